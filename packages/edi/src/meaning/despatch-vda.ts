import { day, instant, type When } from '../when/when.ts';
import { fullYear } from '../when/edifact-dates.ts';
import type { DespatchAdvice, DespatchItem, HandlingUnit, Transport } from './despatch.ts';
import type { Draft } from './message-context.ts';
import type { Party, Quantity, Reference } from './parts.ts';
import { nameItem } from './release-draft.ts';
import type { Document } from './release.ts';
import type { VdaContext } from './vda-context.ts';

/** Reads a VDA 4913 (711 to 719): one transport with its delivery notes, items and packaging. */
export function read4913(c: VdaContext): DespatchAdvice {
  const document: Draft<Document> = {
    number: null,
    release: null,
    previousNumber: null,
    date: null,
    code: '711',
    function: 'original',
  };
  const parties: Draft<Party>[] = [];
  const units: Draft<HandlingUnit>[] = [];
  const items: Draft<DespatchItem>[] = [];
  const remarks: string[] = [];
  const references: Reference[] = [];
  const notes: { number: string; date: When | null; order: string | null }[] = [];
  let transport: Draft<Transport> | null = null;
  let grossWeight: Quantity | null = null;
  let netWeight: Quantity | null = null;
  let packages: DespatchAdvice['packages'] = null;
  let despatchedAt: When | null = null;
  let arrivesAt: When | null = null;
  let unloadingPoint: string | null = null;
  let shipTo: Draft<Party> | null = null;
  let item: Draft<DespatchItem> | null = null;
  c.walk((tag) => {
    switch (tag) {
      case '711':
        document.previousNumber = c.value('previous');
        document.date = c.date('date');
        document.number = c.value('number');
        for (const [name, role] of [
          ['customer', 'customer'],
          ['supplier', 'supplier'],
          ['carrier', 'carrier'],
        ] as const) {
          const id = c.value(name);
          if (id !== null) parties.push(partyOf(role, id));
        }
        return;
      case '712':
        transport = {
          number: c.value('load'),
          mode: c.value('transportKind'),
          carrier: c.value('carrier'),
          vehicle: c.value('transportNumber'),
        };
        despatchedAt = moment(c, 'handedOver');
        arrivesAt = moment(c, 'arrival');
        grossWeight = weight(c, 'grossWeight');
        netWeight = weight(c, 'netWeight');
        packages = c.filled('packages');
        references.push(...named(c, ['terms', 'transportPartner', 'content', 'loadingMetres']));
        return;
      case '713': {
        item = null;
        const plant = c.value('plant');
        notes.push({ number: c.text('note'), date: c.date('noteDate'), order: c.value('order') });
        unloadingPoint ??= c.value('unloading');
        references.push(...named(c, OF_NOTE));
        if (plant !== null && shipTo === null) {
          shipTo = { ...partyOf('ship-to', plant), code: '713 plant' };
          parties.push(shipTo);
        }
        return;
      }
      case '714':
        item = newItem(c, notes.at(-1));
        items.push(item);
        return;
      case '715':
        if (item) units.push(unitOf(c, item));
        else c.keep();
        return;
      case '716':
        (item?.remarks ?? remarks).push(
          ['text1', 'text2', 'text3']
            .map((n) => c.text(n))
            .filter((t) => t !== '')
            .join('\n'),
        );
        return;
      case '719':
        return;
      default:
        c.keep(item?.rest ?? c.rest);
    }
  });
  const [only] = notes;
  if (only && notes.every((note) => note.number === only.number))
    [document.number, document.date] = [only.number, only.date ?? document.date];
  for (const one of items) nameItem(one, c.say);
  if (items.length === 0) c.say('no-items', 1, null);
  const find = (role: Party['role']): Party | null => parties.find((p) => p.role === role) ?? null;
  return {
    kind: 'despatch-advice',
    document,
    customer: find('customer'),
    supplier: find('supplier'),
    shipTo,
    unloadingPoint,
    parties,
    references,
    dates: [],
    despatchedAt,
    arrivesAt,
    transport,
    grossWeight,
    netWeight,
    packages,
    remarks,
    units,
    items,
    rest: c.rest,
  };
}

/** Fields that have no place of their own in the type. */
const OF_NOTE = [
  'process',
  'storage',
  'pointOfUse',
  'consignment',
  'receiver',
  'callOff',
  'customerReference',
  'document',
];
const OF_ITEM = [
  'origin',
  'usage',
  'dangerousGoods',
  'preference',
  'dutiable',
  'inventory',
  'modification',
  'originalNote',
];

/** The filled ones of these fields, each as a reference under its name. */
function named(c: VdaContext, names: readonly string[]): Reference[] {
  const found: Reference[] = [];
  for (const name of names) {
    const number = c.value(name);
    if (number !== null && !/^0+$/.test(number))
      found.push({ code: `${c.tag} ${name}`, number, line: null, date: null });
  }
  return found;
}

const partyOf = (role: Party['role'], id: string): Draft<Party> => ({
  role,
  code: '711',
  id,
  agency: null,
  name: null,
  address: [],
  contacts: [],
  references: [],
});

function newItem(c: VdaContext, note: { number: string; order: string | null } | undefined): Draft<DespatchItem> {
  const ids: DespatchItem['ids'][number][] = [];
  for (const role of ['customer', 'supplier'] as const) {
    const value = c.value(`${role}Item`);
    if (value !== null) ids.push({ tag: role, value, role });
  }
  const amount = c.decimal('quantity');
  return {
    line: c.value('line'),
    ids,
    customerItem: null,
    supplierItem: null,
    engineeringLevel: null,
    description: null,
    quantity: amount === null ? null : { amount, unit: c.value('unit') },
    cumulative: null,
    order: note?.order ? { number: note.order, line: null } : null,
    note: note?.number ?? null,
    batch: c.value('batch'),
    unit: null,
    references: named(c, OF_ITEM),
    dates: [],
    remarks: [],
    rest: [],
    segment: c.number,
  };
}

function unitOf(c: VdaContext, item: Draft<DespatchItem>): Draft<HandlingUnit> {
  const per = c.filled('perPack');
  const id = String(c.number);
  item.unit ??= id;
  const labels = labelsBetween(c.text('labelFrom'), c.text('labelTo'));
  return {
    id,
    parent: null,
    type: c.value('customerPack'),
    count: c.filled('count'),
    perPack: per === null ? null : { amount: per, unit: item.quantity?.unit ?? null },
    labels,
    marking: c.value('labelKind'),
    segment: c.number,
  };
}

/** All labels from the first to the last; only these two where they are no numbers, or too far apart. */
function labelsBetween(first: string, last: string): string[] {
  const ends = [first, last].filter((label) => label !== '' && !/^0+$/.test(label));
  const [from, to] = ends;
  if (from === undefined || to === undefined || from === to) return ends.slice(0, 1);
  const count = /^\d{1,15}$/.test(from) && /^\d{1,15}$/.test(to) ? Number(to) - Number(from) : -1;
  if (count < 1 || count > 10_000) return ends;
  return Array.from({ length: count + 1 }, (_, n) => String(Number(from) + n).padStart(from.length, '0'));
}

/** Date and time, YYMMDDHHMM. */
function moment(c: VdaContext, name: string): When | null {
  const text = c.text(name);
  if (!/^\d{6}(\d{4})?$/.test(text) || /^0+$/.test(text)) return null;
  const on = day(fullYear(+text.slice(0, 2), c.profile.pivot), +text.slice(2, 4), +text.slice(4, 6));
  return text.length === 10 ? instant(on, +text.slice(6, 8), +text.slice(8, 10)) : on;
}

function weight(c: VdaContext, name: string): Quantity | null {
  const amount = c.filled(name);
  return amount === null ? null : { amount, unit: 'KG' };
}
