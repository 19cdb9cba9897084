import type {
  CallOff,
  Cumulative,
  Receipt,
  Release,
  ReleaseItem,
  ScheduleKind,
  ScheduleLine,
} from '../meaning/release.ts';
import { EdifactParts } from './edifact-parts.ts';
import { EdifactText } from './edifact-text.ts';
import { itemsToWrite, Losses, type Outgoing, type Written } from './written.ts';

/** Directories that a DELFOR can be written in: they stand for the three ways in which it was built. */
export type DelforDirectory = '96A' | '97A' | '04A';

/** SCC 4017. What the message does not say bears no status, and stands before the first one that has. */
const STATUS: Readonly<Record<ScheduleKind, string | null>> = {
  immediate: '10',
  backlog: '5',
  firm: '1',
  production: '2',
  material: '3',
  forecast: '4',
  stop: null,
  unstated: null,
};

const CUMULATIVES: Readonly<Record<Cumulative['kind'], string>> = {
  received: '70',
  scheduled: '78',
  ordered: '71',
  despatched: '74',
  'received-before-reset': '72',
  'scheduled-before-start': '186',
  previous: '79',
  'in-transit': '57',
  unspecified: '3',
};

/** Writes a release as DELFOR, delivery point by delivery point. */
export function writeDelfor(release: Release, directory: DelforDirectory, out: Outgoing): Written {
  const writing = new ScheduleWriting();
  return writing.write(release, 'DELFOR', directory, out);
}

/** Writes a call-off as DELJIT, a sequence an item. */
export function writeDeljit(callOff: CallOff, directory: '96A' | '97A' | '04A', out: Outgoing): Written {
  const writing = new ScheduleWriting();
  return writing.write(callOff, 'DELJIT', directory, out);
}

class ScheduleWriting {
  readonly #text = new EdifactText();
  readonly #losses = new Losses();
  readonly #parts = new EdifactParts(this.#text, this.#losses);

  write(schedule: Release | CallOff, type: 'DELFOR' | 'DELJIT', directory: DelforDirectory, out: Outgoing): Written {
    const text = this.#text;
    const parts = this.#parts;
    const { document } = schedule;
    parts.document(document, type === 'DELFOR' ? '241' : '242');
    parts.date('158', schedule.horizon.from, 'horizon.from');
    parts.date('159', schedule.horizon.to, 'horizon.to');
    parts.dates(schedule.dates, 'dates');
    if (directory === '96A') this.#losses.check('remarks', schedule.remarks);
    else for (const remark of schedule.remarks) parts.remark(remark);
    for (const reference of schedule.references) parts.reference(reference);
    const named = new Set(schedule.references.map((r) => r.number));
    if (document.release !== null && !named.has(document.release)) text.add('RFF', ['AAN', document.release]);
    if (document.previousNumber !== null && !named.has(document.previousNumber))
      text.add('RFF', ['AIF', document.previousNumber]);
    for (const party of schedule.parties) parts.party(party);
    if (type === 'DELFOR') this.#delfor(schedule, directory);
    else for (const [i, item] of itemsToWrite(schedule.items, this.#losses)) this.#sequence(item, i);
    parts.rest(schedule.rest);
    return { bytes: text.interchange(type, `D:${directory}:UN`, out), lost: this.#losses.paths };
  }

  #delfor(release: Release | CallOff, directory: DelforDirectory): void {
    const text = this.#text;
    if (directory === '96A') text.add('UNS', 'D');
    for (const [i, item] of itemsToWrite(release.items, this.#losses)) {
      if (directory === '97A') text.add('GIS', '37');
      if (directory === '04A') text.add('GEI', '3');
      const places = item.locations;
      if (item.shipTo) this.#parts.party(item.shipTo, places);
      this.#item(item, i, item.shipTo ? [] : places, directory !== '96A');
    }
    if (directory === '96A') text.add('UNS', 'S');
  }

  #sequence(item: ReleaseItem, index: number): void {
    const status = item.references.find((r) => r.code === 'SEQ')?.number ?? '1';
    this.#text.add('SEQ', status, item.sequence);
    this.#item({ ...item, references: item.references.filter((r) => r.code !== 'SEQ') }, index, item.locations, false);
    if (item.shipTo) this.#losses.check(`items[${index}].shipTo`, item.shipTo);
  }

  #item(
    item: ReleaseItem,
    index: number,
    places: readonly ReleaseItem['locations'][number][],
    statusFirst: boolean,
  ): void {
    const text = this.#text;
    const parts = this.#parts;
    const path = `items[${index}]`;
    parts.item(item.line, item.ids);
    if (item.description !== null) text.add('IMD', 'F', null, [null, null, null, item.description]);
    for (const place of places) parts.location(place);
    parts.dates(item.dates, `${path}.dates`);
    for (const remark of item.remarks) parts.remark(remark);
    for (const contact of item.contacts) parts.contact(contact);
    for (const reference of item.references) parts.reference(reference);
    const has = (number: string): boolean => item.references.some((r) => r.number === number);
    if (item.order && !has(item.order.number)) text.add('RFF', ['ON', item.order.number, item.order.line]);
    if (item.release !== null && !has(item.release)) text.add('RFF', ['AAN', item.release]);
    for (const total of item.cumulatives) this.#cumulative(total, path);
    for (const receipt of item.receipts) this.#receipt(receipt, path);
    if (statusFirst) this.#statusFirst(item.schedule, path);
    else for (const line of item.schedule) this.#line(line, path, STATUS[line.kind]);
    for (const pack of item.packaging) parts.packaging(pack, `${path}.packaging`);
    parts.rest(item.rest);
    this.#losses.check(`${path}.authorizations`, item.authorizations);
    this.#losses.check(`${path}.parties`, item.parties);
  }

  #cumulative({ kind, quantity, since, until }: Cumulative, path: string): void {
    this.#text.add('QTY', [CUMULATIVES[kind], quantity.amount, quantity.unit]);
    this.#parts.date('51', since, `${path}.cumulatives`);
    this.#parts.date('52', until, `${path}.cumulatives`);
  }

  #receipt({ kind, quantity, note, noteDate, when }: Receipt, path: string): void {
    this.#text.add('QTY', [kind === 'received' ? '48' : '12', quantity.amount, quantity.unit]);
    this.#parts.date(kind === 'received' ? '50' : '11', when, `${path}.receipts`);
    if (note !== null) this.#text.add('RFF', ['AAK', note]);
    if (noteDate !== null) this.#parts.date('171', noteDate, `${path}.receipts`);
  }

  /** SCC before each run of lines of one status; lines without one go first. */
  #statusFirst(schedule: readonly ScheduleLine[], path: string): void {
    for (const line of schedule) if (STATUS[line.kind] === null) this.#line(line, path, null);
    let last: string | null = null;
    for (const line of schedule) {
      const status = STATUS[line.kind];
      if (status === null) continue;
      if (status !== last) this.#text.add('SCC', status);
      last = status;
      this.#line(line, path, null);
    }
  }

  #line(line: ScheduleLine, path: string, status: string | null): void {
    if (line.kind === 'stop') return this.#losses.check(`${path}.schedule`, line);
    for (const [qualifier, amount] of [
      ['113', line.quantity],
      ['3', line.cumulative],
    ] as const) {
      if (amount === null) continue;
      this.#text.add('QTY', [qualifier, amount, line.unit]);
      if (status !== null) this.#text.add('SCC', status);
      this.#parts.date(line.at === 'despatch' ? '10' : '2', line.when, `${path}.schedule`);
      if (qualifier === '113' || line.quantity === null)
        for (const reference of line.references) this.#parts.reference(reference);
    }
  }
}
