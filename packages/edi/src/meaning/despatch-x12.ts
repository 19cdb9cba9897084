import type { Decimal } from '../exact/decimal.ts';
import type { DespatchAdvice, DespatchItem, HandlingUnit, Transport } from './despatch.ts';
import type { Draft } from './message-context.ts';
import type { NamedDate, Party, Quantity, Reference } from './parts.ts';
import { nameItem } from './release-draft.ts';
import type { Document } from './release.ts';
import { PURPOSES, X12, type X12Context } from './x12-context.ts';

/** Reads an 856 ship notice: the hierarchy of HL levels becomes handling units, and items with their order. */
export function read856(context: X12Context): DespatchAdvice {
  return new ShipNotice(context).read();
}

/** One HL level: shipment, tare, pack, order or item. */
interface Level {
  readonly id: string;
  readonly parent: string | null;
  readonly code: string;
  readonly unit: Draft<HandlingUnit> | null;
  order: DespatchItem['order'];
}

class ShipNotice {
  readonly c: X12Context;
  readonly document: Draft<Document> = {
    number: null,
    release: null,
    previousNumber: null,
    date: null,
    code: null,
    function: null,
  };
  readonly parties: Draft<Party>[] = [];
  readonly references: Reference[] = [];
  readonly dates: NamedDate[] = [];
  readonly units: Draft<HandlingUnit>[] = [];
  readonly items: Draft<DespatchItem>[] = [];
  readonly remarks: string[] = [];
  grossWeight: Quantity | null = null;
  netWeight: Quantity | null = null;
  packages: Decimal | null = null;
  unloadingPoint: string | null = null;
  transport: Draft<Transport> | null = null;
  readonly #levels = new Map<string, Level>();
  #level: Level | null = null;
  #item: Draft<DespatchItem> | null = null;
  #party: Draft<Party> | null = null;

  constructor(context: X12Context) {
    this.c = context;
  }

  read(): DespatchAdvice {
    const { c } = this;
    c.walk((tag) => this.#segment(tag));
    for (const item of this.items) nameItem(item, c.say);
    if (this.document.number === null) c.say('document-number-missing', 1, null);
    if (this.items.length === 0) c.say('no-items', 1, null);
    const party = (role: Party['role']): Party | null => this.parties.find((p) => p.role === role) ?? null;
    const dated = (codes: readonly string[]) => this.dates.find((d) => codes.includes(d.code))?.when ?? null;
    return {
      kind: 'despatch-advice',
      document: this.document,
      customer: party('customer'),
      supplier: party('supplier') ?? party('ship-from'),
      shipTo: party('ship-to'),
      unloadingPoint: this.unloadingPoint,
      parties: this.parties,
      references: this.references,
      dates: this.dates,
      despatchedAt: dated(['011', '010']),
      arrivesAt: dated(['017', '002', '067']),
      transport: this.transport,
      grossWeight: this.grossWeight,
      netWeight: this.netWeight,
      packages: this.packages,
      remarks: this.remarks,
      units: this.units,
      items: this.items,
      rest: c.rest,
    };
  }

  #segment(tag: number): void {
    const { c } = this;
    const { s } = c;
    switch (tag) {
      case X12.BSN:
        this.document.function = PURPOSES[s.text(1)] ?? 'other';
        this.document.number = s.value(2);
        this.document.date = c.moment(3, 4);
        this.document.code = s.value(5);
        return;
      case X12.HL:
        return this.#open();
      case X12.LIN:
        return this.#identify();
      case X12.SN1:
        return this.#shipped();
      case X12.PRF:
        return this.#order();
      case X12.REF:
        return this.#reference();
      case X12.MAN:
        if (!this.#level?.unit) return c.keep(this.#item?.rest ?? c.rest);
        this.#level.unit.marking ??= s.value(1);
        for (const e of [2, 3, 5, 6]) if (s.size(e) > 0) this.#level.unit.labels.push(s.text(e));
        return;
      case X12.CLD:
        return this.#load();
      case X12.TD1:
        return this.#packaging();
      case X12.TD5:
        this.transport = { ...(this.transport ?? noTransport), carrier: s.value(3), mode: s.value(4) };
        return;
      case X12.TD3:
        this.transport = {
          ...(this.transport ?? noTransport),
          vehicle: [s.text(2), s.text(3)].join(' ').trim() || null,
        };
        return;
      case X12.MEA:
        return this.#measure();
      case X12.DTM: {
        const when = c.moment(2, 3);
        if (when) (this.#item?.dates ?? this.dates).push({ code: s.text(1), when });
        else c.keep();
        return;
      }
      case X12.N1:
        this.#party = c.party();
        this.parties.push(this.#party);
        return;
      case X12.N2:
      case X12.N3:
      case X12.N4:
        return c.address(this.#party);
      case X12.PID:
        if (this.#item && s.size(5) > 0) this.#item.description ??= s.value(5);
        else c.keep();
        return;
      default:
        c.keep(this.#item?.rest ?? c.rest);
    }
  }

  #open(): void {
    const { c } = this;
    const { s } = c;
    const id = s.text(1);
    const parent = s.value(2);
    const code = s.text(3);
    this.#party = null;
    this.#item = null;
    const above = parent === null ? undefined : this.#levels.get(parent);
    let unit: Draft<HandlingUnit> | null = null;
    if (code === 'T' || code === 'P') {
      unit = {
        id,
        parent: this.#unitAbove(above)?.id ?? null,
        type: null,
        count: null,
        perPack: null,
        labels: [],
        marking: null,
        segment: c.number,
      };
      this.units.push(unit);
    }
    if (code === 'I' || code === 'K') this.#openItem(this.#unitAbove(above)?.id ?? null, this.#orderAbove(above));
    this.#level = { id, parent, code, unit, order: null };
    // Identifiers may restart; the last one with a number is the one that children mean.
    this.#levels.set(id, this.#level);
  }

  #unitAbove(level: Level | undefined): HandlingUnit | null {
    for (let l = level, n = 0; l && n < 100; l = l.parent === null ? undefined : this.#levels.get(l.parent), n++)
      if (l.unit) return l.unit;
    return null;
  }

  #orderAbove(level: Level | undefined): DespatchItem['order'] {
    for (let l = level, n = 0; l && n < 100; l = l.parent === null ? undefined : this.#levels.get(l.parent), n++)
      if (l.order) return l.order;
    return null;
  }

  #openItem(unit: string | null, order: DespatchItem['order']): void {
    const item: Draft<DespatchItem> = {
      line: null,
      ids: [],
      customerItem: null,
      supplierItem: null,
      engineeringLevel: null,
      description: null,
      quantity: null,
      cumulative: null,
      order,
      note: null,
      batch: null,
      unit,
      references: [],
      dates: [],
      remarks: [],
      rest: [],
      segment: this.c.number,
    };
    this.items.push(item);
    this.#item = item;
  }

  #identify(): void {
    const { c } = this;
    if (!this.#item) this.#openItem(this.#level?.unit?.id ?? null, this.#level?.order ?? null);
    const item = this.#item!;
    const { ids, order, orderLine } = c.itemIds();
    item.line = c.s.value(1);
    item.ids.push(...ids);
    if (order !== null) item.order = { number: order, line: orderLine };
    item.batch ??= ids.find((id) => id.tag === 'LT')?.value ?? null;
  }

  #shipped(): void {
    const { c } = this;
    const item = this.#item;
    const amount = c.decimal(2, 1);
    if (!item || amount === null) return c.keep(item?.rest ?? c.rest);
    item.quantity = { amount, unit: c.s.value(3) };
    if (c.s.size(4) > 0) item.cumulative = c.decimal(4, 1);
  }

  #order(): void {
    const { s } = this.c;
    const order = { number: s.text(1), line: s.value(5) };
    if (this.#item) this.#item.order = order;
    else if (this.#level) this.#level.order = order;
  }

  #reference(): void {
    const { c } = this;
    const reference = c.reference();
    if (reference.code === 'DK') this.unloadingPoint ??= reference.number;
    if (this.#item) {
      if (reference.code === 'LT') this.#item.batch ??= reference.number;
      if (c.profile.codes.x12References.get(c.s.code(1)) === 'note') this.#item.note ??= reference.number;
      // Labels of the containers that CLD has counted.
      const unit = this.units.at(-1);
      if (reference.code === 'LS' && unit && unit.id === this.#item.unit) unit.labels.push(reference.number);
      else this.#item.references.push(reference);
    } else if (this.#party) this.#party.references.push(reference);
    else this.references.push(reference);
  }

  /** CLD: containers of one item, where no pack level names them. */
  #load(): void {
    const { c } = this;
    const { s } = c;
    const item = this.#item;
    if (!item) return c.keep();
    const count = c.decimal(1, 1);
    const per = c.decimal(2, 1);
    const id = `${this.#level?.id ?? ''}/${c.number}`;
    this.units.push({
      id,
      parent: item.unit,
      type: s.value(3),
      count,
      perPack: per === null ? null : { amount: per, unit: s.value(5) },
      labels: [],
      marking: null,
      segment: c.number,
    });
    item.unit = id;
  }

  #packaging(): void {
    const { c } = this;
    const { s } = c;
    const count = s.size(2) > 0 ? c.decimal(2, 1) : null;
    if (this.#level?.unit) {
      this.#level.unit.type ??= s.value(1);
      this.#level.unit.count ??= count;
    } else if (!this.#item) this.packages ??= count;
    else c.keep(this.#item.rest);
    if (s.size(7) > 0 && !this.#item) {
      const amount = c.decimal(7, 1);
      if (amount !== null) this.grossWeight ??= { amount, unit: s.value(8) };
    }
  }

  #measure(): void {
    const { c } = this;
    const { s } = c;
    const kind = s.text(2);
    if (this.#item || (kind !== 'G' && kind !== 'N')) return c.keep(this.#item?.rest ?? c.rest);
    const amount = c.decimal(3, 1);
    if (amount === null) return;
    const weight = { amount, unit: s.value(4, 1) };
    if (kind === 'G') this.grossWeight = weight;
    else this.netWeight = weight;
  }
}

const noTransport: Transport = { number: null, mode: null, carrier: null, vehicle: null };
