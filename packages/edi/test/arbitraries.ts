import * as fc from 'fast-check';
import {
  decimals,
  type CallOff,
  type Decimal,
  type DespatchAdvice,
  type Release,
  type ReleaseItem,
  type When,
} from '../src/index.ts';

type Family = 'edifact' | 'x12' | 'vda';

// Service characters of EDIFACT are data as well; X12 has no way to say its own.
const LETTERS = {
  edifact: "ABCXYZabcxyz0189 -/.,()äéÜß+:'?",
  x12: 'ABCXYZabcxyz0189 -/.,()äéÜß',
  vda: 'ABCXYZabcxyz0189 -/.',
};

export const text = (family: Family, max: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...Array.from(LETTERS[family])), minLength: 1, maxLength: max })
    .map((t) => t.trim() || 'A');

/** Exact amounts, up to 30 digits where the family has room for them. */
export const amount = (family: Family, digits: number): fc.Arbitrary<Decimal> =>
  family === 'vda'
    ? fc.nat({ max: 10 ** digits - 1 }).map((n) => decimals.decimal(String(n))!)
    : fc
        .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constantFrom(0, 0, 0, 1, 3))
        .map(([n, scale]) => decimals.fromUnits(n, scale));

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

// Years that two digits can say.
const date = fc
  .date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('2069-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
export const day: fc.Arbitrary<When> = date.map((d) => ({ kind: 'day', date: d }));
const instant: fc.Arbitrary<When> = fc
  .tuple(date, fc.nat(23), fc.nat(59))
  .map(([d, h, m]) => ({ kind: 'instant', at: `${d}T${pad(h)}:${pad(m)}`, zone: null }));
const week: fc.Arbitrary<When> = fc
  .tuple(fc.integer({ min: 1972, max: 2068 }), fc.integer({ min: 1, max: 52 }))
  .map(([y, w]) => ({ kind: 'week', week: `${y}-W${pad(w)}` }));
const month: fc.Arbitrary<When> = fc
  .tuple(fc.integer({ min: 1972, max: 2068 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => ({ kind: 'month', month: `${y}-${pad(m)}` }));
const days: fc.Arbitrary<When> = fc.tuple(date, date).map(([a, b]): When => {
  const [from, to] = a < b ? [a, b] : [b, a];
  return from === to
    ? { kind: 'day', date: from }
    : { kind: 'range', from: { kind: 'day', date: from }, to: { kind: 'day', date: to } };
});

const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 3 });

const party = (family: Family, role: 'customer' | 'supplier' | 'ship-to', code: string) =>
  text(family, 7).map((id) => ({
    role,
    code,
    id,
    agency: family === 'vda' ? null : '92',
    name: null,
    address: [],
    contacts: [],
    references: [],
  }));

const line = (family: Family, callOff: boolean) => {
  const plain = { references: [], code: '', segment: 0, unit: 'PC' };
  const when = family === 'vda' ? day : fc.oneof(day, instant, week, month, days);
  const kinds =
    family === 'vda'
      ? (['unstated'] as const)
      : family === 'x12'
        ? (['immediate', 'firm', 'forecast'] as const)
        : (['immediate', 'backlog', 'firm', 'production', 'material', 'forecast'] as const);
  return fc
    .record({
      kind: family === 'vda' && callOff ? fc.constant('firm' as const) : fc.constantFrom(...kinds),
      quantity: amount(family, 9),
      when,
    })
    .map(({ kind, quantity, when }) => ({
      ...plain,
      kind,
      quantity,
      cumulative: null,
      when,
      at: family === 'vda' ? null : ('delivery' as const),
    }));
};

const TAGS = { edifact: ['IN', 'SA', 'EC'], x12: ['BP', 'VP', 'EC'], vda: ['customer', 'supplier', ''] } as const;

function item(family: Family, callOff: boolean): fc.Arbitrary<ReleaseItem> {
  const [customer, supplier, level] = TAGS[family];
  return fc
    .record({
      customerItem: text(family, 20),
      supplierItem: nullable(text(family, 20)),
      engineeringLevel: family === 'vda' ? fc.constant(null) : nullable(text(family, 3)),
      order: nullable(text(family, 12)),
      unloadingPoint: nullable(text(family, 5)),
      received: nullable(amount(family, 9)),
      since: day,
      receipt: nullable(
        fc.record({ quantity: amount(family, 8), note: fc.stringMatching(/^[1-9]\d{4,7}$/), when: day }),
      ),
      schedule: fc.array(line(family, callOff), { maxLength: 12 }),
    })
    .map((x) => ({
      line: null,
      ids: [
        { tag: customer, value: x.customerItem, role: 'customer' as const },
        ...(x.supplierItem === null ? [] : [{ tag: supplier, value: x.supplierItem, role: 'supplier' as const }]),
        ...(x.engineeringLevel === null ? [] : [{ tag: level, value: x.engineeringLevel, role: 'level' as const }]),
      ],
      customerItem: x.customerItem,
      supplierItem: x.supplierItem,
      engineeringLevel: x.engineeringLevel,
      description: null,
      order: x.order === null ? null : { number: x.order, line: null },
      release: null,
      action: null,
      sequence: null,
      shipTo: null,
      unloadingPoint: x.unloadingPoint,
      locations:
        x.unloadingPoint === null
          ? []
          : [{ role: 'unloading-point' as const, code: '11', id: x.unloadingPoint, name: null }],
      parties: [],
      contacts: [],
      references: [],
      dates: [],
      remarks: [],
      unit: 'PC',
      cumulatives:
        x.received === null
          ? []
          : [
              {
                kind: 'received' as const,
                code: '',
                quantity: { amount: x.received, unit: 'PC' },
                since: x.since,
                // VDA gives the received total as of the last receipt.
                until: family === 'vda' && x.receipt !== null && x.receipt.quantity !== '0' ? x.receipt.when : null,
                segment: 0,
              },
            ],
      receipts:
        x.receipt === null || x.receipt.quantity === '0'
          ? []
          : [
              {
                kind: 'received' as const,
                code: '',
                quantity: { amount: x.receipt.quantity, unit: 'PC' },
                note: x.receipt.note,
                noteDate: null,
                when: x.receipt.when,
                segment: 0,
              },
            ],
      authorizations: [],
      schedule: x.schedule,
      packaging: [],
      summary: false,
      rest: [],
      segment: 0,
    }));
}

function schedule(family: Family, callOff: boolean) {
  return fc
    .record({
      number: fc.stringMatching(/^[1-9]\d{0,4}$/).map((n) => n.padStart(5, '0')),
      date: day,
      customer: party(family, 'customer', 'BY'),
      supplier: party(family, 'supplier', 'SU'),
      // One date of reset a transmission is all that VDA can say.
      reset: day,
      items: fc.array(item(family, callOff), { minLength: 1, maxLength: 4 }),
    })
    .map((x) => ({
      document: {
        number: x.number,
        release: null,
        previousNumber: null,
        date: x.date,
        code: null,
        function: 'replace' as const,
      },
      horizon: { from: null, to: null },
      quantities: family === 'x12' || x.items.some((i) => i.schedule.length > 0) ? ('discrete' as const) : null,
      customer: x.customer,
      supplier: x.supplier,
      parties: [x.customer, x.supplier],
      references: [],
      dates: [],
      remarks: [],
      items:
        family === 'vda'
          ? x.items.map((i) => ({ ...i, cumulatives: i.cumulatives.map((c) => ({ ...c, since: x.reset })) }))
          : x.items,
      rest: [],
    }));
}

export const release = (family: Family): fc.Arbitrary<Release> =>
  schedule(family, false).map((x) => ({ kind: 'release', ...x }));
export const callOff = (family: Family): fc.Arbitrary<CallOff> =>
  schedule(family, true).map((x) => ({ kind: 'call-off', ...x }));

/** A despatch of loose items and of items in labelled boxes. */
export function despatch(family: Family): fc.Arbitrary<DespatchAdvice> {
  const [customer, supplier] = TAGS[family];
  const one = fc.record({
    customerItem: text(family, 20),
    supplierItem: nullable(text(family, 20)),
    quantity: amount(family, 9),
    cumulative: family === 'vda' ? fc.constant(null) : nullable(amount(family, 9)),
    order: nullable(text(family, 12)),
    batch: nullable(text(family, 15)),
    labels: nullable(
      family === 'vda'
        ? fc
            .tuple(fc.integer({ min: 100_000_000, max: 900_000_000 }), fc.integer({ min: 1, max: 20 }))
            .map(([first, n]) => Array.from({ length: n }, (_, i) => String(first + i)))
        : fc.uniqueArray(fc.stringMatching(/^[1-9]\d{8}$/), { minLength: 1, maxLength: 15 }),
    ),
  });
  return fc
    .record({
      number: fc.stringMatching(/^[1-9]\d{4,7}$/),
      shipTo: party(family, 'ship-to', 'ST').map((p) =>
        family === 'vda' ? { ...p, id: p.id.slice(0, 3).trim() || 'A' } : p,
      ),
      unloadingPoint: nullable(text(family, 5)),
      despatchedAt: nullable(instant),
      items: fc.array(one, { minLength: 1, maxLength: 5 }),
    })
    .map((x) => ({
      kind: 'despatch-advice' as const,
      document: {
        number: x.number,
        release: null,
        previousNumber: null,
        date: null,
        code: null,
        function: 'original' as const,
      },
      customer: null,
      supplier: null,
      shipTo: x.shipTo,
      unloadingPoint: x.unloadingPoint,
      parties: [x.shipTo],
      references: [],
      dates: [],
      despatchedAt: x.despatchedAt,
      arrivesAt: null,
      transport: null,
      grossWeight: null,
      netWeight: null,
      packages: null,
      remarks: [],
      // Items in boxes go first: the others lie loose behind them.
      units: x.items.flatMap((i, n) =>
        i.labels === null
          ? []
          : [
              {
                id: String(n + 1),
                parent: null,
                type: 'KLT',
                count: null,
                perPack: null,
                labels: i.labels,
                marking: null,
                segment: 0,
              },
            ],
      ),
      items: x.items
        .map((i, n) => ({
          line: null,
          ids: [
            { tag: customer, value: i.customerItem, role: 'customer' as const },
            ...(i.supplierItem === null ? [] : [{ tag: supplier, value: i.supplierItem, role: 'supplier' as const }]),
          ],
          customerItem: i.customerItem,
          supplierItem: i.supplierItem,
          engineeringLevel: null,
          description: null,
          quantity: { amount: i.quantity, unit: 'PC' },
          cumulative: i.cumulative,
          order: i.order === null ? null : { number: i.order, line: null },
          note: family === 'vda' ? x.number : null,
          batch: i.batch,
          unit: i.labels === null ? null : String(n + 1),
          references: [],
          dates: [],
          remarks: [],
          rest: [],
          segment: 0,
        }))
        .toSorted((a, b) => Number(a.unit === null) - Number(b.unit === null)),
      rest: [],
    }));
}
