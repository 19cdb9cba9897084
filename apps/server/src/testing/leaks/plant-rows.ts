import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Owner, type Secrets, owners } from './secrets.ts';

/** A table as the database itself describes it. */
export type Table = { readonly name: string; readonly columns: readonly Column[] };
type Column = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** The column that a foreign key of this one points to. */
  readonly refers: string | null;
  /** The conditions of the table that name the column. */
  readonly checks: string;
};

/** Every table of every room; the job queue's own carry ids only. */
export async function listTables(owner: pg.Pool): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'required', a.attnotnull,
        'refers', (select f.attname from pg_constraint k
          join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[array_position(k.conkey, a.attnum)]
          where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) and a.attname <> 'organization_id' limit 1),
        'checks', coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)), '')
      ) order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('jobs', 'information_schema') and n.nspname not like 'pg\\_%'
    group by 1 order by 1`);
  return rows;
}

/** Takes away what would refuse a row that is whole only in part: a secret must be able to lie in every column. */
export async function dropChecks(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  const { rows } = await client.query<{ name: string; table: string }>(
    `select quote_ident(conname) as name, conrelid::regclass::text as table from pg_constraint
     where contype = 'c' and conrelid = any ($1::regclass[])`,
    [tables.map(({ name }) => quoted(name))],
  );
  for (const { name, table } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
}

/** The organizations and customers that the rows belong to, and a membership of each to have written them. */
export type Houses = Readonly<Record<Owner, { organization: string; customer: string | null; membership: string }>>;

/** The id that stands in every planted row of one owner under one name: rows of different tables belong together by it. */
export const plantedId = (owner: Owner, name: string): string => {
  const hash = createHash('sha256').update(`${owner} ${name}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** Values that a column must have so that its row reads as a real one; by `table.column`, or by column. */
export type Fitting = (
  column: string,
  secret: () => string,
  owner: Owner,
  houses: Houses,
) => { readonly value: unknown } | undefined;

/**
 * Plants one row of each owner into a table, with a secret of its own in each column that can hold one. Goes around foreign keys and
 * triggers, so that a new table needs nothing written for it here.
 * @returns how many rows were planted: a table whose rows must name a customer has none that is simply ours
 */
export async function plantRows(
  client: pg.ClientBase,
  table: Table,
  houses: Houses,
  secrets: Secrets,
  fitting: Fitting,
): Promise<number> {
  let planted = 0;
  for (const [index, owner] of owners.entries()) {
    const { customer } = houses[owner];
    if (customer === null && table.columns.some(({ name, required }) => name === 'customer_id' && required)) continue;
    const given = table.columns.flatMap((column): [string, unknown][] => {
      const secret = (): string => secrets.plant({ table: table.name, column: column.name, owner });
      const fit =
        fitting(`${table.name}.${column.name}`, secret, owner, houses) ?? fitting(column.name, secret, owner, houses);
      const value = fit === undefined ? valueFor(column, houses, owner, index, secret) : fit.value;
      return value === undefined ? [] : [[column.name, value]];
    });
    await client.query(
      `insert into ${quoted(table.name)} (${given.map(([name]) => pg.escapeIdentifier(name)).join(', ')})
       values (${given.map((_, n) => `$${n + 1}`).join(', ')})`,
      given.map(([, value]) => value),
    );
    planted += 1;
  }
  return planted;
}

/** A table's name as SQL writes it. */
export const quoted = (name: string): string => name.split('.').map(pg.escapeIdentifier).join('.');

function valueFor(column: Column, houses: Houses, owner: Owner, index: number, secret: () => string): unknown {
  const { name, type, required, refers, checks } = column;
  const house = houses[owner];
  if (name === 'organization_id') return house.organization;
  if (name === 'customer_id') return house.customer;
  const oneOf = new RegExp(`\\b${name}\\b[^']*?(?:ANY|=|<@)[^']*?'([^']+)'::text`).exec(checks)?.[1];
  switch (type) {
    case 'uuid':
      if (refers === 'membership_id') return house.membership;
      if (refers === 'customer_id') return house.customer;
      if (!required && refers === null && !name.endsWith('_id')) return undefined;
      return plantedId(owner, refers ?? name);
    case 'text':
      return oneOf ?? secret();
    case 'text[]':
      return [oneOf ?? secret()];
    case 'jsonb':
      return JSON.stringify({ text: secret() });
    case 'bytea': {
      const length = Number(/length\(\w+\) = (\d+)/.exec(checks)?.[1] ?? 0);
      return Buffer.from(secret().padEnd(length, '.'));
    }
    case 'integer':
      // Running numbers that are given out while the matrix runs must still be free.
      return name === 'number' ? 9000 + index : index + 1;
    case 'smallint':
    case 'numeric':
    case 'real':
    case 'double precision':
      return index + 1;
    case 'bigint':
      // Far beyond what the sequencer gives out.
      return 1_000_000 + index;
    case 'boolean':
      return required ? false : undefined;
    case 'timestamp with time zone':
      return required ? `2026-01-05T08:00:0${index}Z` : undefined;
    case 'date':
      return required ? `2026-01-0${index + 5}` : undefined;
    case 'time without time zone':
      return required ? '08:00' : undefined;
    case 'uuid[]':
    case 'integer[]':
      return required ? [] : undefined;
    default:
      throw new Error(`Say in plant-rows.ts what a column of type ${type} holds (${name}).`);
  }
}
