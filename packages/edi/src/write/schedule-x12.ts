import type { Contact, Party, Reference, Rest } from '../meaning/parts.ts';
import type { CallOff, Document, Release, ReleaseItem, ScheduleKind, ScheduleLine } from '../meaning/release.ts';
import { startOf as firstDay, type When } from '../when/when.ts';
import { itemsToWrite, Losses, type Outgoing, type Written } from './written.ts';
import { X12Text } from './x12-text.ts';

const STATUS: Readonly<Record<ScheduleKind, string | null>> = {
  immediate: 'A',
  backlog: null,
  firm: 'C',
  production: null,
  material: null,
  forecast: 'D',
  stop: null,
  unstated: null,
};

const PURPOSE: Readonly<Record<NonNullable<Document['function']>, string>> = {
  original: '00',
  cancel: '01',
  change: '04',
  replace: '05',
  duplicate: '07',
  other: '00',
};

/** Writes a release as 830. Production and material commitments belong into `authorizations`: FST has no code for them. */
export function write830(release: Release, out: Outgoing, version = '004010'): Written {
  return new X12Writing(version).write(release, '830', out);
}

/** Writes a call-off as 862. */
export function write862(callOff: CallOff, out: Outgoing, version = '004010'): Written {
  return new X12Writing(version).write(callOff, '862', out);
}

class X12Writing {
  readonly #text = new X12Text();
  readonly #losses = new Losses();
  readonly #version: string;

  constructor(version: string) {
    this.#version = version;
  }

  write(schedule: Release | CallOff, type: '830' | '862', out: Outgoing): Written {
    const text = this.#text;
    this.#heading(schedule, type, out);
    const at = schedule.items.flatMap((item) => item.schedule).find((line) => line.at !== null)?.at;
    for (const reference of schedule.references) this.#reference(reference);
    for (const party of schedule.parties) this.#party(party);
    const items = itemsToWrite(schedule.items, this.#losses);
    for (const [i, item] of items) this.#item(item, `items[${i}]`, at ?? null, schedule.quantities === 'cumulative');
    this.#rest(schedule.rest);
    text.add('CTT', String(items.length));
    this.#losses.check('remarks', schedule.remarks);
    this.#losses.check('dates', schedule.dates);
    const bytes = text.interchange(type, type === '830' ? 'PS' : 'SS', this.#version, out);
    if (text.replaced > 0) this.#losses.paths.push('separators in text');
    return { bytes, lost: this.#losses.paths };
  }

  #heading({ document, horizon, quantities, items }: Release | CallOff, type: '830' | '862', out: Outgoing): void {
    const purpose = document.function === null ? '05' : PURPOSE[document.function];
    const at = items.flatMap((item) => item.schedule).find((line) => line.at !== null)?.at ?? 'delivery';
    const basis = document.code ?? (at === 'despatch' ? 'SH' : 'DL');
    const form = quantities === 'cumulative' ? 'C' : quantities === 'net-change' ? 'D' : 'A';
    const [from, to] = [this.#date(horizon.from, 'horizon.from'), this.#date(horizon.to, 'horizon.to')];
    const date = this.#date(document.date, 'document.date') ?? out.preparedAt.slice(0, 10).replaceAll('-', '');
    if (type === '830')
      this.#text.add('BFR', purpose, document.number, document.release, basis, form, from ?? date, to, date);
    else
      this.#text.add(
        'BSS',
        purpose,
        document.number,
        date,
        basis,
        from ?? date,
        to ?? date,
        document.release,
        null,
        null,
        null,
        form,
      );
    this.#losses.check('document.previousNumber', document.previousNumber);
  }

  #item(item: ReleaseItem, path: string, at: ScheduleLine['at'], cumulative: boolean): void {
    const text = this.#text;
    const pairs = item.ids.flatMap((id) => [id.tag, id.value]);
    const tagged = (tag: string): boolean => item.ids.some((id) => id.tag === tag);
    if (item.order && !tagged('PO'))
      pairs.push('PO', item.order.number, ...(item.order.line === null ? [] : ['PL', item.order.line]));
    if (item.release !== null && !tagged('RN')) pairs.push('RN', item.release);
    text.add('LIN', item.line, ...pairs);
    text.add('UIT', item.unit ?? 'EA');
    if (item.description !== null) text.add('PID', 'F', null, null, null, item.description);
    for (const pack of item.packaging) {
      text.add('PO4', pack.perPack?.amount ?? null, null, null, pack.type);
      this.#losses.check(`${path}.packaging.count`, pack.count);
    }
    for (const contact of item.contacts) this.#contact(contact);
    for (const reference of item.references) this.#reference(reference);
    for (const place of item.locations)
      if (place.role === 'unloading-point') text.add('REF', 'DK', place.id);
      else if (place.role === 'point-of-use') text.add('REF', 'LF', place.id);
      else this.#losses.check(`${path}.locations`, place);
    for (const { code, when } of item.dates) text.add('DTM', code, this.#date(when, `${path}.dates`));
    for (const total of item.cumulatives)
      if (total.kind === 'scheduled-before-start')
        text.add(
          'ATH',
          'PQ',
          this.#date(total.until, path),
          total.quantity.amount,
          null,
          this.#date(total.since, path),
        );
    for (const go of item.authorizations)
      text.add(
        'ATH',
        go.kind === 'production' ? 'FI' : 'MT',
        this.#date(go.to, path),
        go.cumulative,
        null,
        this.#date(go.from, path),
      );
    for (const line of item.schedule) this.#line(line, path, at, cumulative);
    this.#shipped(item, path);
    if (item.shipTo) this.#losses.check(`${path}.shipTo`, item.shipTo);
    this.#losses.check(`${path}.remarks`, item.remarks);
    this.#losses.check(`${path}.parties`, item.parties);
    this.#rest(item.rest);
  }

  #line(line: ScheduleLine, path: string, at: ScheduleLine['at'], cumulative: boolean): void {
    const status = STATUS[line.kind];
    const when = line.when;
    const amount = cumulative ? line.cumulative : line.quantity;
    if (status === null || amount === null || when === null) return this.#losses.check(`${path}.schedule`, line);
    const period = this.#period(when);
    if (!period) return this.#losses.check(`${path}.schedule.when`, when);
    const [timing, from, to, time] = period;
    const basis = line.at === at && time === null ? null : line.at === 'despatch' ? '010' : '002';
    const [reference, ...others] = line.references;
    this.#text.add(
      'FST',
      amount,
      status,
      timing,
      from,
      to,
      basis,
      time,
      reference?.code ?? null,
      reference?.number ?? null,
    );
    this.#losses.check(`${path}.schedule.references`, others);
    this.#losses.check(`${path}.schedule`, cumulative ? line.quantity : line.cumulative);
  }

  /** FST03 to FST05 and FST07 for a period; weeks, months and quarters begin on their first day. */
  #period(when: When): readonly [string, string, string | null, string | null] | null {
    switch (when.kind) {
      case 'day':
        return ['D', this.#digits(when.date), null, null];
      case 'instant':
        return when.zone === null
          ? ['D', this.#digits(when.at.slice(0, 10)), null, when.at.slice(11).replaceAll(':', '')]
          : null;
      case 'week':
        return ['W', this.#digits(firstDay(when)), null, null];
      case 'month':
        return ['M', this.#digits(firstDay(when)), null, null];
      case 'quarter':
        return ['Q', this.#digits(firstDay(when)), null, null];
      case 'range':
        if (when.from.kind !== 'day' || when.to.kind !== 'day') return null;
        return ['F', this.#digits(when.from.date), this.#digits(when.to.date), null];
      default:
        return null;
    }
  }

  #shipped(item: ReleaseItem, path: string): void {
    const text = this.#text;
    for (const receipt of item.receipts) {
      text.add(
        'SHP',
        '01',
        receipt.quantity.amount,
        receipt.kind === 'received' ? '050' : '011',
        this.#date(receipt.when, path),
      );
      if (receipt.note !== null) text.add('REF', 'SI', receipt.note);
      this.#losses.check(`${path}.receipts.noteDate`, receipt.noteDate);
    }
    for (const total of item.cumulatives) {
      if (total.kind === 'scheduled-before-start') continue;
      if (total.kind !== 'received' && total.kind !== 'despatched') {
        this.#losses.check(`${path}.cumulatives`, total);
        continue;
      }
      const code = total.kind === 'received' ? '051' : '011';
      text.add(
        'SHP',
        '02',
        total.quantity.amount,
        code,
        this.#date(total.since, path),
        null,
        this.#date(total.until, path),
      );
    }
  }

  #date(when: When | null, path: string): string | null {
    if (when === null) return null;
    if (when.kind === 'day') return this.#digits(when.date);
    this.#losses.check(path, when);
    return this.#digits(firstDay(when));
  }

  #digits(date: string): string {
    const digits = date.replaceAll('-', '');
    return this.#version < '004010' ? digits.slice(2) : digits;
  }

  #party(party: Party): void {
    const text = this.#text;
    text.add('N1', party.code, party.name, party.id === null ? null : (party.agency ?? '92'), party.id);
    for (const line of party.address) text.add('N3', line);
    for (const reference of party.references) this.#reference(reference);
    for (const contact of party.contacts) this.#contact(contact);
  }

  #contact({ code, name, addresses }: Contact): void {
    this.#text.add('PER', code, name, ...addresses.slice(0, 3).flatMap((a) => [a.channel, a.address]));
    this.#losses.check('contact', addresses.slice(3));
  }

  #reference({ code, number, line, date }: Reference): void {
    this.#text.add('REF', code, number);
    this.#losses.check('reference.line', line);
    this.#losses.check('reference.date', date);
  }

  #rest(rest: readonly Rest[]): void {
    for (const { tag, elements } of rest) if (tag !== 'CTT') this.#text.addRaw(tag, elements);
  }
}
