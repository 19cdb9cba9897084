import type { CallOff, Release, ReleaseItem, ScheduleLine } from '../meaning/release.ts';
import type { When } from '../when/when.ts';
import { vdaDate, VdaText } from './vda-text.ts';
import { itemsToWrite, Losses, type Outgoing, type Written } from './written.ts';

/** Writes a release as VDA 4905. How firm a line is follows from the go-aheads (515): other statuses are lost. */
export function write4905(release: Release, out: Outgoing): Written {
  return new VdaWriting('51').write(release, out);
}

/** Writes a call-off as VDA 4915, in the layout of the tables, which no source confirms. */
export function write4915(callOff: CallOff, out: Outgoing): Written {
  return new VdaWriting('55').write(callOff, out);
}

/** One pair of date and quantity, or triple with time, as digits. */
type Call = readonly [date: string, time: string, line: ScheduleLine | null];

class VdaWriting {
  readonly #family: '51' | '55';
  readonly #losses = new Losses();
  readonly #text = new VdaText(this.#losses);

  constructor(family: '51' | '55') {
    this.#family = family;
  }

  write(schedule: Release | CallOff, out: Outgoing): Written {
    const { document } = schedule;
    const since =
      schedule.items.flatMap((i) => i.cumulatives).find((c) => c.kind === 'received' && c.since)?.since ?? null;
    const number = out.controlReference.padStart(5, '0').slice(-5);
    this.#text.add(`${this.#family}1`, this.#family === '51' ? '02' : '01', {
      customer: schedule.customer?.id ?? out.sender.id,
      supplier: schedule.supplier?.id ?? out.recipient.id,
      previous: (document.previousNumber ?? '').padStart(5, '0'),
      number,
      date: this.#day(document.date, 'document.date') ?? vdaDate(out.preparedAt),
      reset: this.#day(since, 'cumulatives.since') ?? '000000',
    });
    for (const [i, item] of itemsToWrite(schedule.items, this.#losses)) this.#item(item, `items[${i}]`);
    for (const name of ['remarks', 'references', 'dates'] as const) this.#losses.check(name, schedule[name]);
    return {
      bytes: this.#text.finish(`${this.#family}9`, this.#family === '51' ? '02' : '01'),
      lost: this.#losses.paths,
    };
  }

  #item(item: ReleaseItem, path: string): void {
    const id = (role: string): string | null => item.ids.find((i) => i.role === role)?.value ?? null;
    const reference = (code: string): string | null => item.references.find((r) => r.code === code)?.number ?? null;
    const place = (role: string): string | null => item.locations.find((l) => l.role === role)?.id ?? null;
    const released = item.dates.find((d) => d.code === 'releaseDate')?.when ?? null;
    const previous = item.references.find((r) => r.code === 'previousRelease') ?? null;
    this.#text.add(`${this.#family}2`, '01', {
      plant: item.shipTo?.id ?? null,
      release: (item.release ?? '').padStart(9, '0'),
      releaseDate: this.#day(released, `${path}.dates`) ?? '000000',
      previousRelease: previous?.number ?? ''.padStart(9, '0'),
      previousDate: this.#day(previous?.date ?? null, `${path}.references`) ?? '000000',
      customerItem: id('customer') ?? item.customerItem,
      supplierItem: id('supplier') ?? item.supplierItem,
      order: item.order?.number ?? null,
      unloading: item.unloadingPoint,
      sign: reference('sign'),
      unit: item.unit,
      interval: 'L',
      production: reference('production'),
      material: reference('material'),
      usage: reference('usage'),
      account: reference('account'),
      storage: place('storage'),
    });
    this.#calls(item, path);
    this.#goAheads(item, path);
    for (const { type, perPack } of item.packaging)
      this.#text.add(`${this.#family}7`, '01', {
        customerPack: type,
        capacity: perPack ? this.#text.digits(perPack.amount, 7, 0, `${path}.packaging`) : null,
      });
    for (const remark of item.remarks) this.#remark(remark);
    for (const name of ['contacts', 'parties', 'rest'] as const) this.#losses.check(`${path}.${name}`, item[name]);
  }

  #remark(remark: string): void {
    const [text1, text2, text3, ...others] = remark.split('\n');
    this.#losses.check('remarks', others);
    this.#text.add(`${this.#family}8`, '01', { text1: text1 ?? null, text2: text2 ?? null, text3: text3 ?? null });
  }

  /** 513 or 553 with the last receipt and the first call-offs, 514 or 554 with the others. */
  #calls(item: ReleaseItem, path: string): void {
    const timed = this.#family === '55';
    const calls = this.#sorted(item, path);
    const [firstRoom, room] = timed ? [4, 6] : [5, 8];
    const receipt = item.receipts.find((r) => r.kind === 'received') ?? null;
    const total = item.cumulatives.find((c) => c.kind === 'received') ?? null;
    for (const [i, part] of [calls.slice(0, firstRoom), ...chunks(calls.slice(firstRoom), room)].entries()) {
      const size = i === 0 ? firstRoom : room;
      // Zeros say that no call-off follows; where there is none at all, nothing is said.
      const digits =
        part.map((call) => this.#digits(call, timed, path)).join('') +
        // Zeros say that no call-off follows; where there is none at all, nothing is said.
        (calls.length === 0 ? ' ' : '0').repeat((size - part.length) * (timed ? 19 : 15));
      const field = timed ? 'timedCalls' : 'calls';
      if (i > 0) {
        this.#text.add(`${this.#family}4`, '01', { [field]: digits });
        continue;
      }
      this.#text.add(`${this.#family}3`, '01', {
        receipt: this.#day(receipt?.when ?? null, `${path}.receipts`) ?? '000000',
        note: receipt?.note ?? '00000000',
        noteDate: this.#day(receipt?.noteDate ?? null, `${path}.receipts`) ?? '000000',
        quantity: receipt ? this.#text.digits(receipt.quantity.amount, 12, 3, `${path}.receipts`) : '0'.repeat(12),
        cumulative: total ? this.#text.digits(total.quantity.amount, 10, 0, `${path}.cumulatives`) : null,
        [field]: digits,
      });
    }
  }

  /** Backlog and immediate need first, then days, then 555555 and the periods, then the rest of the plan. */
  #sorted(item: ReleaseItem, path: string): Call[] {
    const special: Call[] = [];
    const rest: Call[] = [];
    const dated: Call[] = [];
    const periods: Call[] = [];
    for (const line of item.schedule) {
      const { when, kind } = line;
      if (line.quantity === null) this.#losses.check(`${path}.schedule`, line);
      else if (when === null) {
        const code = { backlog: '333333', immediate: '444444', stop: '222222', forecast: '999999' }[kind as string];
        if (code) (kind === 'forecast' ? rest : special).push([code, '0000', line]);
        else this.#losses.check(`${path}.schedule`, line);
      } else if (when.kind === 'day') dated.push([vdaDate(when.date), '0000', line]);
      else if (when.kind === 'instant' && this.#family === '55')
        dated.push([vdaDate(when.at), when.at.slice(11, 16).replace(':', ''), line]);
      else {
        const code = periodOf(when);
        if (code) periods.push([code, '0000', line]);
        else this.#losses.check(`${path}.schedule.when`, when);
      }
    }
    const all = [...special, ...dated];
    return periods.length > 0 ? [...all, ['555555', '0000', null], ...periods, ...rest] : [...all, ...rest];
  }

  #digits([date, time, line]: Call, timed: boolean, path: string): string {
    const amount = line?.quantity ? this.#text.digits(line.quantity, 9, 0, `${path}.schedule`) : null;
    return `${date}${timed ? time : ''}${amount ?? '000000000'}`;
  }

  #goAheads(item: ReleaseItem, path: string): void {
    const go = (kind: 'production' | 'material') => item.authorizations.find((a) => a.kind === kind) ?? null;
    const before = item.cumulatives.find((c) => c.kind === 'received-before-reset') ?? null;
    const horizon = item.dates.find((d) => d.code === 'horizon')?.when ?? null;
    const pointOfUse = item.locations.find((l) => l.role === 'point-of-use')?.id ?? null;
    if (item.authorizations.length === 0 && !before && !horizon && pointOfUse === null) return;
    if (this.#family === '55') return this.#losses.check(`${path}.authorizations`, item.authorizations);
    const fields: Record<string, string | null> = {
      horizon: this.#day(horizon, `${path}.dates`) ?? '000000',
      pointOfUse,
      beforeReset: before ? this.#text.digits(before.quantity.amount, 10, 0, `${path}.cumulatives`) : '0'.repeat(10),
    };
    for (const kind of ['production', 'material'] as const) {
      const given = go(kind);
      fields[`${kind}From`] = this.#day(given?.from ?? null, path) ?? '000000';
      fields[`${kind}To`] = this.#day(given?.to ?? null, path) ?? '000000';
      fields[`${kind}Cumulative`] = given?.cumulative
        ? this.#text.digits(given.cumulative, 10, 0, path)
        : '0'.repeat(10);
    }
    this.#text.add('515', '02', fields);
  }

  #day(when: When | null, path: string): string | null {
    if (when?.kind === 'day') return vdaDate(when.date);
    this.#losses.check(path, when);
    return when?.kind === 'instant' ? vdaDate(when.at) : null;
  }
}

/** YYMM00 for a month, YY00WW for a week, YYWWWW for weeks. */
function periodOf(when: When): string | null {
  if (when.kind === 'month') return `${when.month.slice(2, 4)}${when.month.slice(5)}00`;
  if (when.kind === 'week') return `${when.week.slice(2, 4)}00${when.week.slice(6)}`;
  if (when.kind !== 'range' || when.from.kind !== 'week' || when.to.kind !== 'week') return null;
  const { from, to } = { from: when.from.week, to: when.to.week };
  return `${from.slice(2, 4)}${from.slice(6)}${to.slice(6)}`;
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const all: T[][] = [];
  for (let i = 0; i < list.length; i += size) all.push(list.slice(i, i + size));
  return all;
}
