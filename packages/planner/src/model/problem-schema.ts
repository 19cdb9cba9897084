/** The part of JSON Schema 2020-12 that the published schemas use, and that {@link checkShape} reads. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: 'date-time' | 'date';
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

type Fields = Readonly<Record<string, Schema>>;

/** Fields of the first argument must be there, those of the second may be. */
const object = (required: Fields, optional: Fields = {}, description?: string): Schema => ({
  type: 'object',
  ...(description === undefined ? {} : { description }),
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
const list = (items: Schema, minItems?: number): Schema => ({
  type: 'array',
  items,
  ...(minItems ? { minItems } : {}),
});
const name: Schema = { type: 'string', minLength: 1 };
const instant: Schema = { type: 'string', format: 'date-time', description: 'ISO 8601 instant with Z or offset' };
const date: Schema = { type: 'string', format: 'date', description: "date in the plant's time zone" };
const timeOfDay: Schema = {
  type: 'string',
  pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
  description: "HH:MM in the plant's time zone",
};
const flag: Schema = { type: 'boolean' };
// Bounds keep every sum of the engine an exact integer (2^53) and every time within 32 bits.
const whole: Schema = { type: 'integer', minimum: 0, maximum: 1e9 };
const positive: Schema = { type: 'integer', minimum: 1, maximum: 1e9 };
const cents: Schema = { type: 'integer', minimum: 0, maximum: 1e11, description: 'whole cents' };
const centsPerPieceDay: Schema = {
  type: 'number',
  minimum: 0,
  maximum: 1e9,
  description: 'cents for one piece during 24 hours',
};
const quantity: Schema = { type: 'number', minimum: 0, maximum: 1e9 };
const firmness: Schema = { type: 'string', enum: ['firm', 'production', 'material', 'forecast'] };

const lateness = object(
  {},
  { centsPerPieceDay, steps: list(object({ afterHours: quantity, cents })) },
  'price of dispatching later than asked: by piece and day, and in steps when the demand is complete later than so many hours',
);
const stockLimit = object({ pieces: whole, centsPerPieceDay });
const shiftFields: Fields = {
  name,
  days: {
    type: 'array',
    minItems: 1,
    items: { type: 'integer', minimum: 1, maximum: 7 },
    description: 'ISO days, 1 is Monday',
  },
  from: timeOfDay,
  to: timeOfDay,
};
const shiftBreaks: Fields = { breaks: list(object({ from: timeOfDay, to: timeOfDay })) };
const rung: Fields = { noticeHours: quantity, consent: name };

const item = object(
  { id: name },
  {
    containerPieces: positive,
    partContainer: flag,
    minimumLotPieces: positive,
    maximumLotPieces: positive,
    openingStockPieces: whole,
    safetyStock: stockLimit,
    maximumStock: stockLimit,
    holdingCentsPerPieceDay: centsPerPieceDay,
    family: name,
    tool: name,
    startUp: object({}, { lostPieces: whole, inspectionMinutes: quantity }),
    empties: object({ onHand: whole }, { returns: list(object({ at: instant, containers: positive })) }),
    bill: list(object({ of: name, perPiece: { type: 'number', exclusiveMinimum: 0, maximum: 1e6 } })),
    transferMinutes: quantity,
  },
);

const line = object(
  {
    id: name,
    runs: list(
      object({
        item: name,
        modes: list(
          object({ secondsPerPiece: { type: 'number', exclusiveMinimum: 0, maximum: 1e8 } }, { heads: whole }),
          1,
        ),
      }),
    ),
  },
  {
    calendar: name,
    changeovers: list(object({ from: name, to: name, minutes: quantity }, { cents, setters: name })),
    state: object({}, { item: name, family: name }, 'exactly one of the two'),
    begun: object({ item: name, remainingPieces: positive }, { id: name, heads: whole }),
    frozenUntil: instant,
    crew: object({ skill: name, heads: whole }, { absences: list(object({ date, shift: name, heads: positive })) }),
  },
);

const demand = object(
  { id: name, customer: name, item: name, pieces: positive, latestDispatch: instant },
  {
    firmness,
    lateness,
    unservedCentsPerPiece: cents,
    smallestPartPieces: positive,
    noSplit: flag,
    promise: object({ at: instant, brokenCents: cents }),
  },
);

const schedule = object(
  {
    id: name,
    customer: name,
    item: name,
    receivedPieces: whole,
    inTransitPieces: whole,
    points: list(object({ latestDispatch: instant, cumulativePieces: whole }, { firmness })),
  },
  { lateness, unservedCentsPerPiece: cents, smallestPartPieces: positive },
);

const flexibility = object(
  {},
  {
    overtime: list(
      object(
        { line: name, shift: name, stepMinutes: positive, maximumMinutes: positive, centsPerHour: cents },
        { maximumMinutesPerWeek: whole, ...rung },
      ),
    ),
    extraShifts: list(
      object({ line: name, ...shiftFields, cents }, { ...shiftBreaks, maximumPerWeek: whole, ...rung }),
    ),
    temporaryWorkers: list(object({ skill: name, centsPerShift: cents, maximumHeads: whole }, rung)),
    movingPeople: list(object({ skill: name, centsPerShift: cents }, { consent: name })),
    outside: list(
      object(
        { item: name, centsPerPiece: cents, noticeHours: quantity, maximumPiecesPerWeek: positive },
        { minimumPieces: positive, consent: name },
      ),
    ),
  },
);

const previous = object(
  { lots: list(object({ id: name, line: name, item: name, pieces: positive, start: instant }, { heads: whole })) },
  {
    overtime: list(object({ line: name, date, shift: name, minutes: positive })),
    extraShifts: list(object({ line: name, date, shift: name })),
    outside: list(object({ item: name, pieces: positive, arrival: instant })),
    centsPerChangedLot: cents,
    halvingDays: { type: 'number', exclusiveMinimum: 0, maximum: 1e4 },
  },
);

/** The published JSON Schema of a {@link Problem}; a copy of it stands in `schema/problem.schema.json`. */
export const problemSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:coprod:planning-problem:1',
  title: 'Coprod planning problem',
  ...object(
    {
      format: { type: 'string', const: 'coprod-planning-problem/1' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      timeZone: name,
      start: instant,
      end: instant,
      items: list(item),
      lines: list(line),
    },
    {
      calendars: list(
        object(
          { id: name, shifts: list(object(shiftFields, shiftBreaks)) },
          {
            holidays: list(date),
            closures: list(object({ from: instant, to: instant })),
          },
        ),
      ),
      components: list(
        object(
          { id: name, stock: quantity },
          { receipts: list(object({ at: instant, quantity })), leadTimeDays: quantity },
        ),
      ),
      setters: list(object({ id: name, heads: positive })),
      demands: list(demand),
      schedules: list(schedule),
      flexibility,
      previous,
      pins: list(object({ lot: name }, { line: flag, order: flag, start: flag, pieces: flag })),
      lastEndCentsPerHour: cents,
    },
  ),
};
