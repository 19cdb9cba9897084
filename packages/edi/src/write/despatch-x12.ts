import type { DespatchAdvice, DespatchItem, HandlingUnit } from '../meaning/despatch.ts';
import type { When } from '../when/when.ts';
import { Losses, type Outgoing, type Written } from './written.ts';
import { X12Text } from './x12-text.ts';

/** Writes a despatch advice as 856: shipment, then order by order its handling units and items. */
export function write856(advice: DespatchAdvice, out: Outgoing, version = '004010'): Written {
  return new ShipNoticeWriting(version).write(advice, out);
}

class ShipNoticeWriting {
  readonly #text = new X12Text();
  readonly #losses = new Losses();
  readonly #version: string;
  #level = 0;

  constructor(version: string) {
    this.#version = version;
  }

  write(advice: DespatchAdvice, out: Outgoing): Written {
    const text = this.#text;
    const date = advice.document.date;
    const stamp = date?.kind === 'instant' ? date.at : date?.kind === 'day' ? `${date.date}T00:00` : out.preparedAt;
    const [day, time] = this.#moment(stamp);
    text.add('BSN', '00', advice.document.number, day, time, '0001');
    for (const { code, when } of advice.dates) this.#date(code, when);
    if (!advice.dates.some((d) => d.code === '011')) this.#date('011', advice.despatchedAt);
    if (!advice.dates.some((d) => d.code === '017')) this.#date('017', advice.arrivesAt);
    const shipment = this.#open(null, 'S');
    this.#shipment(advice);
    const units = new Map(advice.units.map((unit) => [unit.id, unit]));
    const opened = new Map<string, string>();
    for (const unit of advice.units) this.#unit(unit, units, opened, shipment);
    for (const [i, item] of advice.items.entries()) {
      this.#open(item.unit === null ? shipment : (opened.get(item.unit) ?? shipment), 'I');
      this.#item(item, `items[${i}]`);
    }
    text.add('CTT', String(this.#level));
    this.#losses.check('remarks', advice.remarks);
    if (text.replaced > 0) this.#losses.paths.push('separators in text');
    return { bytes: text.interchange('856', 'SH', this.#version, out), lost: this.#losses.paths };
  }

  #open(parent: string | null, code: string): string {
    const id = String(++this.#level);
    this.#text.add('HL', id, parent, code);
    return id;
  }

  #shipment(advice: DespatchAdvice): void {
    const text = this.#text;
    for (const [kind, weight] of [
      ['G', advice.grossWeight],
      ['N', advice.netWeight],
    ] as const)
      if (weight) text.add('MEA', 'PD', kind, weight.amount, weight.unit);
    if (advice.packages !== null) text.add('TD1', 'CTN25', advice.packages);
    const { transport } = advice;
    if (transport?.carrier || transport?.mode) text.add('TD5', 'B', '2', transport.carrier, transport.mode);
    if (transport?.vehicle) text.add('TD3', 'TL', null, transport.vehicle);
    this.#losses.check('transport.number', transport?.number);
    for (const { code, number } of advice.references) text.add('REF', code, number);
    if (advice.unloadingPoint !== null && !advice.references.some((r) => r.code === 'DK'))
      text.add('REF', 'DK', advice.unloadingPoint);
    for (const party of advice.parties) {
      text.add('N1', party.code, party.name, party.id === null ? null : (party.agency ?? '92'), party.id);
      for (const line of party.address) text.add('N3', line);
    }
  }

  /** A unit below the one that holds it; a cycle in the data ends at the shipment. */
  #unit(
    unit: HandlingUnit,
    units: ReadonlyMap<string, HandlingUnit>,
    opened: Map<string, string>,
    shipment: string,
  ): void {
    if (opened.has(unit.id)) return;
    opened.set(unit.id, shipment);
    const above = unit.parent === null ? undefined : units.get(unit.parent);
    if (above) this.#unit(above, units, opened, shipment);
    const parent = unit.parent === null ? shipment : (opened.get(unit.parent) ?? shipment);
    opened.set(unit.id, this.#open(parent, unit.parent === null ? 'T' : 'P'));
    if (unit.type !== null || unit.count !== null) this.#text.add('TD1', unit.type, unit.count);
    for (const label of unit.labels) this.#text.add('MAN', unit.marking ?? 'GM', label);
    this.#losses.check('units.perPack', unit.perPack);
  }

  #item(item: DespatchItem, path: string): void {
    const text = this.#text;
    const pairs = item.ids.flatMap((id) => [id.tag, id.value]);
    if (item.batch !== null && !item.ids.some((id) => id.tag === 'LT')) pairs.push('LT', item.batch);
    text.add('LIN', item.line, ...pairs);
    if (item.quantity) text.add('SN1', null, item.quantity.amount, item.quantity.unit ?? 'EA', item.cumulative);
    else this.#losses.check(`${path}.cumulative`, item.cumulative);
    if (item.order) text.add('PRF', item.order.number, null, null, null, item.order.line);
    if (item.description !== null) text.add('PID', 'F', null, null, null, item.description);
    for (const { code, number } of item.references) text.add('REF', code, number);
    if (item.note !== null && !item.references.some((r) => r.number === item.note)) text.add('REF', 'PK', item.note);
    for (const { code, when } of item.dates) this.#date(code, when);
    this.#losses.check(`${path}.remarks`, item.remarks);
  }

  #date(code: string, when: When | null): void {
    if (when?.kind === 'day') this.#text.add('DTM', code, this.#moment(`${when.date}T`)[0]);
    else if (when?.kind === 'instant') this.#text.add('DTM', code, ...this.#moment(when.at));
    else this.#losses.check(`date ${code}`, when);
  }

  #moment(at: string): readonly [string, string] {
    const day = at.slice(0, 10).replaceAll('-', '');
    return [this.#version < '004010' ? day.slice(2) : day, at.slice(11).replaceAll(':', '')];
  }
}
