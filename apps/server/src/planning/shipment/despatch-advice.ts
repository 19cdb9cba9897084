import {
  type Decimal,
  type DespatchAdvice,
  type Party,
  type Release,
  decimals,
  writeDesadv,
  write4913,
  write856,
} from '@coprod/edi';
import type { Addressee } from '../outgoing/outgoing-store.ts';
import type { putOutgoing } from '../outgoing/put-outgoing.ts';
import { keyOf } from '../apply-release.ts';

export type LeavingLine = {
  readonly line: number;
  readonly item: string;
  readonly description: string | null;
  readonly unit: string | null;
  readonly quantity: number;
  readonly perPack: number;
  readonly packType: string | null;
  /** Shipped in all, this shipment included. */
  readonly total: number;
  /** The release that asked for it, and its line in it. */
  readonly release: Release;
  readonly lineKey: string;
};

export type Leaving = {
  readonly note: string;
  readonly shipTo: string;
  readonly shipToName: string;
  readonly unloadingPoint: string | null;
  readonly carrier: string | null;
  /** Local date and time of the organization, `2026-11-24T14:05`. */
  readonly leftAt: string;
  readonly timeZone: string;
  readonly lines: readonly LeavingLine[];
  readonly units: readonly {
    readonly unit: number;
    readonly line: number;
    readonly sscc: string;
    readonly quantity: number;
  }[];
};

/** Despatch advice of a shipment, its items with the numbers by which the customer asked for them. */
export function despatchAdvice(leaving: Leaving, family: Addressee['family']): DespatchAdvice {
  const { release } = leaving.lines[0]!;
  const codes = { customer: 'BY', supplier: 'SU', shipTo: 'ST' };
  const as = (party: Party | null, role: Party['role'], code: string): readonly Party[] =>
    party === null ? [] : [{ ...party, role, code, contacts: [], references: [] }];
  const shipTo: Party = {
    role: 'ship-to',
    code: codes.shipTo,
    id: leaving.shipTo === '' ? null : leaving.shipTo,
    agency: '92',
    name: leaving.shipToName === '' ? null : leaving.shipToName,
    address: [],
    contacts: [],
    references: [],
  };
  const day = leaving.leftAt.slice(0, 10);
  return {
    kind: 'despatch-advice',
    document: {
      number: leaving.note,
      release: null,
      previousNumber: null,
      date: { kind: 'day', date: day },
      code: '351',
      function: 'original',
    },
    customer: release.customer,
    supplier: release.supplier,
    shipTo,
    unloadingPoint: leaving.unloadingPoint,
    parties: [
      ...as(release.customer, 'customer', codes.customer),
      ...as(release.supplier, 'supplier', codes.supplier),
      shipTo,
    ],
    references: [],
    dates: [],
    despatchedAt: { kind: 'day', date: day },
    arrivesAt: null,
    transport: leaving.carrier === null ? null : { number: null, mode: null, carrier: leaving.carrier, vehicle: null },
    grossWeight: null,
    netWeight: null,
    packages: decimal(leaving.units.length),
    remarks: [],
    ...(family === 'x12' ? unitByUnit(leaving) : lineByLine(leaving)),
    rest: [],
  };
}

/** EDIFACT and VDA: the containers of a line are one group, told apart by their labels. */
function lineByLine(leaving: Leaving): Pick<DespatchAdvice, 'units' | 'items'> {
  return {
    units: leaving.lines.map((line) => {
      const units = leaving.units.filter((unit) => unit.line === line.line);
      return {
        id: String(line.line + 1),
        parent: null,
        type: line.packType,
        count: decimal(units.length),
        perPack: { amount: decimal(line.perPack), unit: line.unit },
        labels: units.map(({ sscc }) => sscc),
        marking: null,
        segment: 0,
      };
    }),
    items: leaving.lines.map((line) => itemOf(line, line.quantity, String(line.line + 1), leaving.note)),
  };
}

/** X12: each container is a level of its own with its label (MAN) and what it holds; the running total stands at each. */
function unitByUnit(leaving: Leaving): Pick<DespatchAdvice, 'units' | 'items'> {
  const lines = new Map(leaving.lines.map((line) => [line.line, line]));
  return {
    units: leaving.units.map((unit) => ({
      id: String(unit.unit + 1),
      parent: null,
      type: lines.get(unit.line)!.packType,
      count: decimal(1),
      perPack: null,
      labels: [unit.sscc],
      marking: 'GM',
      segment: 0,
    })),
    items: leaving.units.map((unit) =>
      itemOf(lines.get(unit.line)!, unit.quantity, String(unit.unit + 1), leaving.note),
    ),
  };
}

function itemOf(line: LeavingLine, quantity: number, unit: string, note: string): DespatchAdvice['items'][number] {
  const asked = line.release.items.find((one) => keyOf(one) === line.lineKey);
  return {
    line: String(line.line + 1),
    ids: asked?.ids ?? [],
    customerItem: asked?.customerItem ?? line.item,
    supplierItem: asked?.supplierItem ?? null,
    engineeringLevel: asked?.engineeringLevel ?? null,
    description: line.description,
    quantity: { amount: decimal(quantity), unit: line.unit },
    cumulative: decimal(line.total),
    order: asked?.order ?? null,
    note,
    batch: null,
    unit,
    references: [],
    dates: [],
    remarks: [],
    rest: [],
    segment: 0,
  };
}

/** How a partner's family says it. */
export function despatchMessage(
  leaving: Leaving,
  to: Addressee,
): Pick<Parameters<typeof putOutgoing>[3], 'kind' | 'write'> {
  const advice = despatchAdvice(leaving, to.family);
  switch (to.family) {
    case 'edifact':
      return { kind: 'DESADV', write: (out) => writeDesadv(advice, to.directory, out) };
    case 'x12':
      return { kind: '856', write: (out) => write856(advice, out, to.directory) };
    case 'vda':
      return { kind: '4913', write: (out) => write4913(advice, out) };
  }
}

/** Quantities come from releases and are whole containers of them: the shortest text of the number is what was asked. */
function decimal(value: number): Decimal {
  const text = Number(value.toFixed(6)).toString();
  const parsed = decimals.decimal(text);
  if (parsed === null) throw new RangeError(`${text} is no quantity`);
  return parsed;
}
