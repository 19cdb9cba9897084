import { codeOf } from '../syntax/segments.ts';
import { TAG, type EdifactContext } from './edifact-context.ts';
import type { Draft } from './message-context.ts';
import type { DespatchAdvice, DespatchItem, HandlingUnit, Transport } from './despatch.ts';
import { EdifactHeading } from './edifact-heading.ts';
import type { Quantity } from './parts.ts';
import { nameItem } from './release-draft.ts';

const DESPATCHED = codeOf('12');
const CUMULATIVES = [codeOf('3'), codeOf('78'), codeOf('74'), codeOf('79')];
const PER_PACK = codeOf('52');
/** DTM: despatched or shipment, arrival estimated or requested. */
const DESPATCH_DATES = new Set(['11', '10', '111', '110']);
const ARRIVAL_DATES = new Set(['132', '17', '2', '35', '358', '69']);
/** MEA 6313: gross and net weight of the consignment. */
const GROSS = new Set(['G', 'AAD', 'AAB', 'AAL']);
const NET = new Set(['N', 'AAC', 'AAF', 'NET']);

/** Reads a DESADV: the consignment, the tree of handling units (CPS), and the items in them. */
export function readDesadv(context: EdifactContext): DespatchAdvice {
  return new DesadvReading(context).read();
}

type DraftItem = Draft<DespatchItem>;

class DesadvReading {
  readonly c: EdifactContext;
  readonly heading: EdifactHeading;
  readonly units: Draft<HandlingUnit>[] = [];
  readonly items: DraftItem[] = [];
  grossWeight: Quantity | null = null;
  netWeight: Quantity | null = null;
  packages: DespatchAdvice['packages'] = null;
  unloadingPoint: string | null = null;
  transport: Draft<Transport> | null = null;
  /** The level that CPS opened, and the unit that is being filled. */
  #level: { id: string; parent: string | null } | null = null;
  #unit: Draft<HandlingUnit> | null = null;
  #item: DraftItem | null = null;

  constructor(context: EdifactContext) {
    this.c = context;
    this.heading = new EdifactHeading(context);
  }

  read(): DespatchAdvice {
    const { c, heading } = this;
    c.walk((tag) => this.#segment(tag));
    for (const item of this.items) nameItem(item, c.say);
    if (heading.document.number === null) c.say('document-number-missing', 1, null);
    if (this.items.length === 0) c.say('no-items', 1, null);
    const { document, parties, references, dates, remarks } = heading;
    return {
      kind: 'despatch-advice',
      document,
      customer: heading.party('customer'),
      supplier: heading.party('supplier') ?? heading.party('ship-from'),
      shipTo: heading.party('ship-to'),
      unloadingPoint: this.unloadingPoint ?? heading.unloadingPoint,
      parties,
      references,
      dates,
      despatchedAt: dates.find((d) => DESPATCH_DATES.has(d.code))?.when ?? null,
      arrivesAt: dates.find((d) => ARRIVAL_DATES.has(d.code))?.when ?? null,
      transport: this.transport,
      grossWeight: this.grossWeight,
      netWeight: this.netWeight,
      packages: this.packages,
      remarks,
      units: this.units,
      items: this.items,
      rest: c.rest,
    };
  }

  #segment(tag: number): void {
    const { c } = this;
    const { s } = c;
    switch (tag) {
      case TAG.CPS:
        this.#level = { id: s.text(1), parent: s.value(2) };
        this.#unit = null;
        this.#item = null;
        return;
      case TAG.PAC:
        return this.#package();
      case TAG.PCI:
        if (!this.#unit || this.#item || s.size(2) > 0) return c.keep(this.#item?.rest ?? c.rest);
        this.#unit.marking ??= s.value(1);
        return;
      case TAG.GIN:
        return this.#labels();
      case TAG.LIN:
        return this.#openItem();
      case TAG.PIA:
        if (!this.#item) return c.keep();
        for (let e = 2; e <= Math.min(s.elements, 6); e++) {
          const id = c.itemId(e);
          if (id) this.#item.ids.push(id);
        }
        return;
      case TAG.QTY:
        return this.#quantity();
      case TAG.MEA:
        return this.#measure();
      case TAG.TDT:
        this.transport = {
          number: s.value(2),
          mode: s.value(3, 1),
          carrier: s.value(5, 1) ?? s.value(5, 4),
          vehicle: s.value(8, 1) ?? s.value(8, 4),
        };
        return;
      default:
        break;
    }
    if (this.#item) this.#detail(tag, this.#item);
    else if (this.#level === null) this.heading.segment(tag);
    else c.keep();
  }

  /** One PAC is one handling unit: the first of a CPS bears its number, further ones a number of their own. */
  #package(): void {
    const { c } = this;
    const { s } = c;
    const level = this.#level ?? { id: '1', parent: null };
    const twin = this.units.some((unit) => unit.id === level.id);
    this.#unit = {
      id: twin ? `${level.id}/${c.number}` : level.id,
      parent: twin ? level.id : level.parent,
      type: s.value(3, 1),
      count: s.size(1) > 0 ? c.decimal(1, 1) : null,
      perPack: null,
      labels: [],
      marking: null,
      segment: c.number,
    };
    this.units.push(this.#unit);
    this.#item = null;
    if (level.parent === null && this.units.length === 1) this.packages = this.#unit.count;
  }

  #labels(): void {
    const { c } = this;
    const { s } = c;
    // Batch numbers (BX) belong to the item, serial numbers to the labels.
    if (this.#item && s.text(1) === 'BX') this.#item.batch ??= s.value(2, 1);
    else if (this.#unit && !this.#item)
      for (let e = 2; e <= Math.min(s.elements, 6); e++) {
        for (const component of [1, 2]) if (s.size(e, component) > 0) this.#unit.labels.push(s.text(e, component));
      }
    else c.keep(this.#item?.rest ?? c.rest);
  }

  #openItem(): void {
    const { c } = this;
    // A level without packaging of its own lies in the unit above it, or loose.
    const above = this.#level?.parent ?? null;
    const unit = this.#unit?.id ?? (this.units.some((u) => u.id === above) ? above : null);
    const item: DraftItem = {
      line: c.s.value(1),
      ids: [],
      customerItem: null,
      supplierItem: null,
      engineeringLevel: null,
      description: null,
      quantity: null,
      cumulative: null,
      order: null,
      note: null,
      batch: null,
      unit,
      references: [],
      dates: [],
      remarks: [],
      rest: [],
      segment: c.number,
    };
    const id = c.itemId(3);
    if (id) item.ids.push(id);
    this.items.push(item);
    this.#item = item;
  }

  #quantity(): void {
    const { c } = this;
    const amount = c.decimal(1, 2);
    const code = c.s.code(1, 1);
    if (amount === null) return c.keep(this.#item?.rest ?? c.rest);
    const quantity = { amount, unit: c.s.short(1, 3) };
    if (code === PER_PACK && this.#unit && !this.#item) this.#unit.perPack = quantity;
    else if (code === DESPATCHED && this.#item) this.#item.quantity = quantity;
    else if (CUMULATIVES.includes(code) && this.#item) this.#item.cumulative = amount;
    // Some senders write a plain quantity (1, 46, 113) instead of the despatched one.
    else if (this.#item && this.#item.quantity === null && [codeOf('1'), codeOf('46'), codeOf('113')].includes(code))
      this.#item.quantity = quantity;
    else c.keep(this.#item?.rest ?? c.rest);
  }

  #measure(): void {
    const { c } = this;
    const { s } = c;
    const kind = s.text(2, 1);
    if (this.#level !== null || (!GROSS.has(kind) && !NET.has(kind))) return c.keep(this.#item?.rest ?? c.rest);
    const amount = c.decimal(3, 2);
    if (amount === null) return;
    if (GROSS.has(kind)) this.grossWeight = { amount, unit: s.short(3, 1) };
    else this.netWeight = { amount, unit: s.short(3, 1) };
  }

  #detail(tag: number, item: DraftItem): void {
    const { c } = this;
    const { s } = c;
    if (tag === TAG.RFF) {
      const reference = c.reference();
      const role = c.profile.codes.references.get(s.code(1, 1)) ?? 'kept';
      if (role === 'order') item.order ??= { number: reference.number, line: reference.line };
      if (role === 'note') item.note ??= reference.number;
      item.references.push(reference);
    } else if (tag === TAG.DTM) {
      const when = c.date();
      const last = item.references.at(-1);
      if (when === null) c.keep(item.rest);
      else if (last && s.text(1, 1) === '171' && last.date === null)
        item.references[item.references.length - 1] = { ...last, date: when };
      else item.dates.push({ code: s.text(1, 1), when });
    } else if (tag === TAG.IMD)
      item.description = [item.description, s.value(3, 4), s.value(3, 5)].filter((t) => t !== null).join(' ') || null;
    else if (tag === TAG.FTX && c.freeText() !== '') item.remarks.push(c.freeText());
    else if (tag === TAG.LOC && s.code(1) === codeOf('11')) this.unloadingPoint ??= s.value(2, 1);
    else c.keep(item.rest);
  }
}
