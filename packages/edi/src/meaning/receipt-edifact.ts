import { codeOf } from '../syntax/segments.ts';
import { EdifactHeading } from './edifact-heading.ts';
import { TAG, type EdifactContext } from './edifact-context.ts';
import type { Draft } from './message-context.ts';
import type { InventoryItem, InventoryReport, ReceiptAdvice, ReceiptItem } from './receipt.ts';
import { nameItem } from './release-draft.ts';

const DESPATCHED = codeOf('12');
const RECEIVED = codeOf('48');
const ACCEPTED = codeOf('194');

/** Reads a RECADV: what was received against what was despatched, and the differences with their reasons. */
export function readRecadv(c: EdifactContext): ReceiptAdvice {
  const heading = new EdifactHeading(c);
  const items: Draft<ReceiptItem>[] = [];
  let item: Draft<ReceiptItem> | null = null;
  let inDetail = false;
  c.walk((tag) => {
    const { s } = c;
    if (tag === TAG.CPS) {
      inDetail = true;
      item = null;
      return;
    }
    if (tag === TAG.LIN) {
      inDetail = true;
      const id = c.itemId(3);
      item = {
        ...emptyItem(c),
        despatched: null,
        received: null,
        accepted: null,
        order: null,
        note: null,
        differences: [],
        ids: id ? [id] : [],
      };
      items.push(item);
      return;
    }
    if (!item) {
      if (inDetail) c.keep();
      else heading.segment(tag);
      return;
    }
    if (tag === TAG.PIA) moreIds(c, item);
    else if (tag === TAG.QTY) {
      const amount = c.decimal(1, 2);
      const code = s.code(1, 1);
      const name =
        code === DESPATCHED ? 'despatched' : code === RECEIVED ? 'received' : code === ACCEPTED ? 'accepted' : null;
      if (amount === null || name === null) c.keep(item.rest);
      else item[name] = { amount, unit: s.short(1, 3) };
    } else if (tag === TAG.QVR) {
      const amount = c.decimal(1, 1);
      if (amount === null) c.keep(item.rest);
      else
        item.differences.push({
          quantity: { amount, unit: null },
          code: s.text(2) || s.text(1, 2),
          reason: s.value(3, 1) ?? s.value(3, 4),
        });
    } else if (tag === TAG.RFF) {
      const reference = c.reference();
      const role = c.profile.codes.references.get(s.code(1, 1));
      if (role === 'order') item.order ??= { number: reference.number, line: reference.line };
      if (role === 'note') item.note ??= reference.number;
      item.references.push(reference);
    } else c.keep(item.rest);
  });
  for (const one of items) nameItem(one, c.say);
  const { document, parties, references, dates } = heading;
  const note = references.find((r) => c.profile.tables.references[r.code] === 'note');
  return {
    kind: 'receipt-advice',
    document,
    customer: heading.party('customer') ?? heading.party('issuer'),
    supplier: heading.party('supplier'),
    parties,
    despatch: note?.number ?? null,
    receivedAt: dates.find((d) => d.code === '50' || d.code === '35')?.when ?? null,
    references,
    dates,
    items,
    rest: c.rest,
  };
}

/** Reads an INVRPT: stocks and movements by item and place. */
export function readInvrpt(c: EdifactContext): InventoryReport {
  const heading = new EdifactHeading(c);
  const items: Draft<InventoryItem>[] = [];
  let item: Draft<InventoryItem> | null = null;
  let movement: string | null = null;
  let counted: Draft<InventoryItem['quantities'][number]> | null = null;
  let place: string | null = null;
  c.walk((tag) => {
    const { s } = c;
    if (tag === TAG.LIN) {
      const id = c.itemId(3);
      item = { ...emptyItem(c), quantities: [], ids: id ? [id] : [] };
      items.push(item);
      counted = movement = place = null;
      return;
    }
    if (!item) return heading.segment(tag);
    if (tag === TAG.PIA) moreIds(c, item);
    else if (tag === TAG.INV) {
      // D.96A puts INV behind its quantity, later directories before it.
      if (c.tag(c.at + 1) === TAG.QTY || !counted) movement = s.value(1);
      else counted.movement = s.value(1);
    } else if (tag === TAG.QTY) {
      const amount = c.decimal(1, 2);
      if (amount === null) return c.keep(item.rest);
      counted = { code: s.text(1, 1), movement, quantity: { amount, unit: s.short(1, 3) }, when: null, place };
      item.quantities.push(counted);
    } else if (tag === TAG.DTM && counted) counted.when ??= c.date();
    else if (tag === TAG.LOC && counted) counted.place ??= s.value(2, 1);
    else if (tag === TAG.LOC) place = s.value(2, 1);
    else if (tag === TAG.RFF) item.references.push(c.reference());
    else c.keep(item.rest);
  });
  for (const one of items) nameItem(one, c.say);
  const { document, parties, references, dates } = heading;
  return {
    kind: 'inventory-report',
    document,
    customer: heading.party('customer') ?? heading.party('issuer'),
    supplier: heading.party('supplier'),
    parties,
    references,
    dates,
    items,
    rest: c.rest,
  };
}

const emptyItem = (c: EdifactContext): Draft<Omit<InventoryItem, 'quantities'>> => ({
  line: c.s.value(1),
  ids: [],
  customerItem: null,
  supplierItem: null,
  engineeringLevel: null,
  references: [],
  rest: [],
  segment: c.number,
});

function moreIds(c: EdifactContext, item: Pick<Draft<InventoryItem>, 'ids'>): void {
  for (let e = 2; e <= Math.min(c.s.elements, 6); e++) {
    const id = c.itemId(e);
    if (id) item.ids.push(id);
  }
}
