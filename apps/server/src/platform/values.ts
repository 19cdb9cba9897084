import type { ColumnType } from 'kysely';
import pg from 'pg';

/**
 * How values travel between PostgreSQL and the program, in one place:
 *
 *     timestamptz  Temporal.Instant           bigint   number; throws beyond 2^53
 *     date         Temporal.PlainDate         numeric  string, as exact as it was
 *     jsonb        what it holds; written by `json()`  bytea    Buffer
 *     uuid, text   string
 *
 * The parsers belong to the connections of Coprod's own tables (`types` of a connection) and not to the module `pg`:
 * pg-boss and better-auth share that module and expect its usual `Date`.
 */
export const valueParsers: pg.CustomTypesConfig = {
  // The published type is an overload for each of the numbers that `pg` knows.
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown =>
    (format === 'binary' ? undefined : parsers[oid]) ??
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- any number may come from the server
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** A value for a jsonb column. `pg` would write a bare array as a PostgreSQL array, and a bare string unquoted. */
export class Json {
  readonly #text: string;
  constructor(value: unknown) {
    this.#text = JSON.stringify(value);
  }
  toPostgres(): string {
    return this.#text;
  }
}

/** Marks a value for a jsonb column: `insertInto('core.entry').values({ body: json(body) })`. */
export const json = (value: unknown): Json => new Json(value);

/** A jsonb column: read as what it holds (check it by a schema), written by {@link json} or as JSON text. */
export type JsonColumn<Absent = never> = ColumnType<unknown, Json | string | Absent, Json | string | Absent>;

/** A bytea column: read as Buffer, written from any bytes. */
export type BytesColumn<Absent = never> = ColumnType<
  Buffer | Extract<Absent, null>,
  Uint8Array | Absent,
  Uint8Array | Absent
>;

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', 'T'));
const plainDate = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond what a number holds exactly`);
  return value;
};
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): T[] =>
    arrayParser.create(text, parse).parse();

// Its published type says a function; it is this.
const arrayParser = pg.types.arrayParser as unknown as {
  create<T>(text: string, parse: (text: string) => T): { parse(): T[] };
};

/** By type number (pg_type.oid), with the array type beside each. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: safeInteger,
  1016: arrayOf(safeInteger),
  1082: plainDate,
  1182: arrayOf(plainDate),
  1184: instant,
  1185: arrayOf(instant),
};

// `pg` asks each parameter for a method toPostgres; without it a Temporal value would be written as quoted JSON.
for (const type of [Temporal.Instant, Temporal.PlainDate]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    value(this: Temporal.Instant | Temporal.PlainDate) {
      return this.toString();
    },
  });
}
