import type { DespatchAdvice, DespatchItem, HandlingUnit } from '../meaning/despatch.ts';
import { EdifactParts } from './edifact-parts.ts';
import { EdifactText } from './edifact-text.ts';
import { Losses, type Outgoing, type Written } from './written.ts';

/** Writes a despatch advice as DESADV: a CPS for each handling unit with what it holds, and one for what lies loose. */
export function writeDesadv(advice: DespatchAdvice, directory: string, out: Outgoing): Written {
  const text = new EdifactText();
  const losses = new Losses();
  const parts = new EdifactParts(text, losses);
  parts.document(advice.document, '351');
  parts.dates(advice.dates, 'dates');
  const dated = (codes: readonly string[]): boolean => advice.dates.some((d) => codes.includes(d.code));
  if (!dated(['11', '10', '111', '110'])) parts.date('11', advice.despatchedAt, 'despatchedAt');
  if (!dated(['132', '17', '2', '35', '358', '69'])) parts.date('132', advice.arrivesAt, 'arrivesAt');
  for (const [kind, weight] of [
    ['G', advice.grossWeight],
    ['N', advice.netWeight],
  ] as const)
    if (weight) text.add('MEA', 'AAX', kind, [weight.unit, weight.amount]);
  for (const reference of advice.references) parts.reference(reference);
  for (const party of advice.parties) {
    const place = party.role === 'ship-to' ? advice.unloadingPoint : null;
    parts.party(party, place === null ? [] : [{ role: 'unloading-point', code: '11', id: place, name: null }]);
  }
  const { transport } = advice;
  if (transport)
    text.add('TDT', '12', transport.number, transport.mode, null, transport.carrier, null, null, transport.vehicle);
  losses.check('remarks', advice.remarks);
  const inside = (unit: string | null): readonly DespatchItem[] => advice.items.filter((item) => item.unit === unit);
  const known = new Set(advice.units.map((unit) => unit.id));
  for (const unit of advice.units) {
    openUnit(text, unit);
    for (const item of inside(unit.id)) writeItem(parts, item);
  }
  const loose = advice.items.filter((item) => item.unit === null || !known.has(item.unit));
  let free = advice.units.length + 1;
  while (known.has(String(free))) free++;
  if (loose.length > 0) text.add('CPS', String(free));
  for (const item of loose) writeItem(parts, item);
  parts.rest(advice.rest);
  return { bytes: text.interchange('DESADV', `D:${directory}:UN`, out), lost: losses.paths };
}

function openUnit(text: EdifactText, unit: HandlingUnit): void {
  text.add('CPS', unit.id, unit.parent, unit.parent === null ? '4' : '1');
  text.add('PAC', unit.count, null, unit.type === null ? null : [unit.type]);
  if (unit.perPack) text.add('QTY', ['52', unit.perPack.amount, unit.perPack.unit]);
  if (unit.labels.length > 0 || unit.marking !== null) text.add('PCI', unit.marking ?? '17');
  // Ten labels a segment: five pairs.
  for (let i = 0; i < unit.labels.length; i += 10) {
    const labels = unit.labels.slice(i, i + 10);
    text.add(
      'GIN',
      'ML',
      ...Array.from({ length: Math.ceil(labels.length / 2) }, (_, n) => labels.slice(2 * n, 2 * n + 2)),
    );
  }
}

function writeItem(parts: EdifactParts, item: DespatchItem): void {
  const { text } = parts;
  parts.item(item.line, item.ids);
  if (item.description !== null) text.add('IMD', 'F', null, [null, null, null, item.description]);
  if (item.quantity) text.add('QTY', ['12', item.quantity.amount, item.quantity.unit]);
  if (item.cumulative !== null) text.add('QTY', ['3', item.cumulative, item.quantity?.unit ?? null]);
  if (item.batch !== null) text.add('GIN', 'BX', item.batch);
  parts.dates(item.dates, 'items.dates');
  for (const remark of item.remarks) parts.remark(remark);
  const has = (number: string): boolean => item.references.some((r) => r.number === number);
  for (const reference of item.references) parts.reference(reference);
  if (item.order && !has(item.order.number)) text.add('RFF', ['ON', item.order.number, item.order.line]);
  if (item.note !== null && !has(item.note)) text.add('RFF', ['AAK', item.note]);
  parts.rest(item.rest);
}
