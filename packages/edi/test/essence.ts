import { whens, type CallOff, type DespatchAdvice, type Release, type When } from '../src/index.ts';

const at = (when: When | null): string | null => (when === null ? null : whens.text(when));

/** What a schedule says, without where it stood and by which codes it said so: the same whatever the family. */
export function scheduleEssence(schedule: Release | CallOff): unknown {
  return {
    kind: schedule.kind,
    number: schedule.document.number,
    date: at(schedule.document.date)?.slice(0, 10) ?? null,
    customer: schedule.customer?.id ?? null,
    supplier: schedule.supplier?.id ?? null,
    quantities: schedule.quantities,
    items: schedule.items.map((item) => ({
      customerItem: item.customerItem,
      supplierItem: item.supplierItem,
      level: item.engineeringLevel,
      order: item.order,
      unloadingPoint: item.unloadingPoint,
      cumulatives: item.cumulatives.map((c) => [c.kind, c.quantity.amount, at(c.since), at(c.until)]),
      receipts: item.receipts.map((r) => [r.kind, r.quantity.amount, r.note, at(r.when)]),
      schedule: item.schedule.map((l) => [l.kind, l.quantity, l.cumulative, at(l.when), l.when === null ? null : l.at]),
    })),
  };
}

/** What a despatch advice says. */
export function despatchEssence(advice: DespatchAdvice): unknown {
  return {
    number: advice.document.number,
    despatchedAt: at(advice.despatchedAt),
    arrivesAt: at(advice.arrivesAt),
    shipTo: advice.shipTo?.id ?? null,
    unloadingPoint: advice.unloadingPoint,
    gross: advice.grossWeight?.amount ?? null,
    items: advice.items.map((item) => ({
      customerItem: item.customerItem,
      supplierItem: item.supplierItem,
      quantity: item.quantity?.amount ?? null,
      cumulative: item.cumulative,
      order: item.order?.number ?? null,
      batch: item.batch,
      labels: advice.units.find((u) => u.id === item.unit)?.labels ?? [],
    })),
  };
}

/** A value without the numbers of the segments it came from. */
export const placeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'segment' ? undefined : part)));
