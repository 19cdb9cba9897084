import type { Draft } from './message-context.ts';
import type { NamedDate, Party, Reference } from './parts.ts';
import type { ReceiptAdvice, ReceiptItem } from './receipt.ts';
import { nameItem } from './release-draft.ts';
import type { Document } from './release.ts';
import { PURPOSES, X12, type X12Context } from './x12-context.ts';

/** Reads an 861 receiving advice: RCD opens each item. */
export function read861(c: X12Context): ReceiptAdvice {
  const document: Draft<Document> = {
    number: null,
    release: null,
    previousNumber: null,
    date: null,
    code: null,
    function: null,
  };
  const parties: Draft<Party>[] = [];
  const references: Reference[] = [];
  const dates: NamedDate[] = [];
  const items: Draft<ReceiptItem>[] = [];
  let item: Draft<ReceiptItem> | null = null;
  let party: Draft<Party> | null = null;
  c.walk((tag) => {
    const { s } = c;
    if (tag === X12.BRA) {
      document.number = s.value(1);
      document.date = c.moment(2, 5);
      document.function = PURPOSES[s.text(3)] ?? 'other';
      document.code = s.value(4);
    } else if (tag === X12.RCD) {
      item = newReceipt(c);
      items.push(item);
      party = null;
    } else if (tag === X12.N1) {
      party = c.party();
      if (!item) parties.push(party);
    } else if (tag === X12.N2 || tag === X12.N3 || tag === X12.N4) c.address(party);
    else if (tag === X12.DTM) {
      const when = c.moment(2, 3);
      if (when) dates.push({ code: s.text(1), when });
    } else if (tag === X12.REF && !item) references.push(c.reference());
    else if (!item) c.keep();
    else if (tag === X12.LIN) {
      const { ids, order, orderLine } = c.itemIds();
      item.line ??= s.value(1);
      item.ids.push(...ids);
      if (order !== null) item.order ??= { number: order, line: orderLine };
    } else if (tag === X12.SN1) {
      const amount = c.decimal(2, 1);
      if (amount !== null) item.despatched = { amount, unit: s.value(3) };
    } else if (tag === X12.PRF) item.order ??= { number: s.text(1), line: s.value(5) };
    else if (tag === X12.REF) {
      const reference = c.reference();
      if (c.profile.codes.x12References.get(s.code(1)) === 'note') item.note ??= reference.number;
      item.references.push(reference);
    } else c.keep(item.rest);
  });
  for (const one of items) nameItem(one, c.say);
  const note = references.find((r) => c.profile.tables.x12References[r.code] === 'note');
  const find = (role: Party['role']): Party | null => parties.find((p) => p.role === role) ?? null;
  return {
    kind: 'receipt-advice',
    document,
    customer: find('customer') ?? find('ship-to'),
    supplier: find('supplier') ?? find('ship-from'),
    parties,
    despatch: note?.number ?? null,
    receivedAt: dates.find((d) => d.code === '050')?.when ?? null,
    references,
    dates,
    items,
    rest: c.rest,
  };
}

/** RCD: received, returned and questioned quantities, with the condition of what is in question. */
function newReceipt(c: X12Context): Draft<ReceiptItem> {
  const { s } = c;
  const received = s.size(2) > 0 ? c.decimal(2, 1) : null;
  const item: Draft<ReceiptItem> = {
    line: s.value(1),
    ids: [],
    customerItem: null,
    supplierItem: null,
    engineeringLevel: null,
    despatched: null,
    received: received === null ? null : { amount: received, unit: s.value(3, 1) },
    accepted: null,
    order: null,
    note: null,
    differences: [],
    references: [],
    rest: [],
    segment: c.number,
  };
  for (const e of [4, 6]) {
    const amount = s.size(e) > 0 ? c.decimal(e, 1) : null;
    if (amount !== null && amount !== '0')
      item.differences.push({
        quantity: { amount, unit: s.value(e + 1, 1) },
        code: s.text(8) || (e === 4 ? 'returned' : 'in question'),
        reason: null,
      });
  }
  return item;
}
