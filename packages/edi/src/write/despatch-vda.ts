import type { DespatchAdvice, DespatchItem, HandlingUnit } from '../meaning/despatch.ts';
import { startOf } from '../when/when.ts';
import type { When } from '../when/when.ts';
import { vdaDate, VdaText } from './vda-text.ts';
import { Losses, type Outgoing, type Written } from './written.ts';

/** Writes a despatch advice as VDA 4913: one transport, a delivery note (713) for each note of the items. */
export function write4913(advice: DespatchAdvice, out: Outgoing): Written {
  const losses = new Losses();
  const text = new VdaText(losses);
  const { transport } = advice;
  text.add('711', '03', {
    customer: advice.customer?.id ?? out.recipient.id,
    supplier: advice.supplier?.id ?? out.sender.id,
    previous: (advice.document.previousNumber ?? '').padStart(5, '0'),
    number: out.controlReference.padStart(5, '0').slice(-5),
    date: vdaDate(advice.document.date ? startOf(advice.document.date) : out.preparedAt),
    carrier: advice.parties.find((p) => p.role === 'carrier')?.id ?? null,
  });
  const weight = (amount: DespatchAdvice['grossWeight']): string | null =>
    amount ? text.digits(amount.amount, 7, 0, 'weight') : null;
  text.add('712', '03', {
    load: transport?.number ?? null,
    carrier: transport?.carrier ?? null,
    handedOver: moment(advice.despatchedAt),
    grossWeight: weight(advice.grossWeight),
    netWeight: weight(advice.netWeight),
    packages: advice.packages === null ? null : text.digits(advice.packages, 4, 0, 'packages'),
    transportKind: transport?.mode ?? null,
    transportNumber: transport?.vehicle ?? null,
    arrival: moment(advice.arrivesAt),
  });
  // A 713 names one delivery note and one order: it is written again whenever one of them changes.
  let group: DespatchItem[] = [];
  const noteOf = (item: DespatchItem): string => item.note ?? advice.document.number ?? '';
  for (const [i, item] of advice.items.entries()) {
    group.push(item);
    const next = advice.items[i + 1];
    if (next && noteOf(next) === noteOf(item) && next.order?.number === item.order?.number) continue;
    writeNote(text, advice, noteOf(item), group, losses);
    group = [];
  }
  losses.check('references', advice.references);
  losses.check('dates', advice.dates);
  losses.check('remarks', advice.remarks);
  return { bytes: text.finish('719', '03'), lost: losses.paths };
}

function writeNote(
  text: VdaText,
  advice: DespatchAdvice,
  note: string,
  items: readonly DespatchItem[],
  losses: Losses,
): void {
  text.add('713', '03', {
    note,
    noteDate: vdaDate(advice.document.date ? startOf(advice.document.date) : null),
    unloading: advice.unloadingPoint,
    order: items.find((i) => i.order)?.order?.number ?? null,
    plant: advice.shipTo?.id ?? null,
  });
  for (const item of items) {
    const id = (role: string): string | null => item.ids.find((i) => i.role === role)?.value ?? null;
    text.add('714', '03', {
      customerItem: id('customer') ?? item.customerItem,
      supplierItem: id('supplier') ?? item.supplierItem,
      quantity: item.quantity ? text.digits(item.quantity.amount, 13, 3, 'quantity') : null,
      unit: item.quantity?.unit ?? null,
      line: item.line,
      batch: item.batch,
    });
    for (const unit of advice.units) if (unit.id === item.unit) writePack(text, unit, item, losses);
  }
}

function writePack(text: VdaText, unit: HandlingUnit, item: DespatchItem, losses: Losses): void {
  const { labels } = unit;
  // A record names the first and the last label: they must follow one another.
  if (!labels.every((label, n) => n === 0 || Number(label) === Number(labels[n - 1]) + 1))
    losses.check('units.labels', labels);
  text.add('715', '03', {
    customerPack: unit.type,
    count: unit.count === null ? null : text.digits(unit.count, 13, 3, 'count'),
    line: item.line,
    perPack: unit.perPack ? text.digits(unit.perPack.amount, 13, 3, 'perPack') : null,
    labelFrom: unit.labels[0] ?? null,
    labelTo: unit.labels.at(-1) ?? null,
    labelKind: unit.marking ?? (unit.labels.length > 0 ? 'S' : null),
  });
}

/** YYMMDDHHMM. */
function moment(when: When | null): string | null {
  if (when?.kind === 'instant') return vdaDate(when.at) + when.at.slice(11, 16).replace(':', '');
  return when ? `${vdaDate(startOf(when))}0000` : null;
}
