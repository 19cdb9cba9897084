import type { Contact, ItemId, Location, NamedDate, Packaging, Party, Reference, Rest } from '../meaning/parts.ts';
import type { Document, DocumentFunction } from '../meaning/release.ts';
import type { When } from '../when/when.ts';
import { dtmOf, type EdifactText } from './edifact-text.ts';
import type { Losses } from './written.ts';

const FUNCTIONS: Readonly<Record<DocumentFunction, string | null>> = {
  original: '9',
  replace: '5',
  change: '4',
  cancel: '1',
  duplicate: '7',
  other: null,
};

/** Segments that the EDIFACT messages share, from the parts of the types. */
export class EdifactParts {
  readonly text: EdifactText;
  readonly losses: Losses;

  constructor(text: EdifactText, losses: Losses) {
    this.text = text;
    this.losses = losses;
  }

  document(document: Document, code: string): void {
    this.text.add(
      'BGM',
      document.code ?? code,
      document.number,
      document.function === null ? null : FUNCTIONS[document.function],
    );
    this.date('137', document.date, 'document.date');
  }

  date(qualifier: string, when: When | null, path: string): void {
    if (when === null) return;
    const written = dtmOf(when);
    if (written) this.text.add('DTM', [qualifier, ...written]);
    else this.losses.check(path, when);
  }

  dates(dates: readonly NamedDate[], path: string): void {
    for (const { code, when } of dates) this.date(code, when, path);
  }

  reference({ code, number, line, date }: Reference): void {
    this.text.add('RFF', [code, number, line]);
    this.date('171', date, 'reference.date');
  }

  /** NAD, with the places, references and contacts of the party. The name goes to C080, the address as it came to C059. */
  party(party: Party, places: readonly Location[] = []): void {
    this.text.add(
      'NAD',
      party.code,
      [party.id, null, party.agency],
      null,
      party.name === null ? null : [party.name],
      party.address,
    );
    for (const place of places) this.location(place);
    for (const reference of party.references) this.reference(reference);
    for (const contact of party.contacts) this.contact(contact);
  }

  location({ code, id, name }: Location): void {
    this.text.add('LOC', code, [id === name ? null : id, null, null, name]);
  }

  contact({ code, name, addresses }: Contact): void {
    this.text.add('CTA', code, [null, name]);
    for (const { address, channel } of addresses) this.text.add('COM', [address, channel]);
  }

  remark(remark: string): void {
    this.text.add('FTX', 'AAI', null, null, remark.split('\n'));
  }

  /** LIN with the first number, PIA with the others, five at a time. */
  item(line: string | null, ids: readonly ItemId[]): void {
    const [first, ...others] = ids;
    this.text.add('LIN', line, null, first ? [first.value, first.tag] : null);
    for (let i = 0; i < others.length; i += 5)
      this.text.add('PIA', '1', ...others.slice(i, i + 5).map((id) => [id.value, id.tag]));
  }

  packaging({ type, count, perPack, references }: Packaging, path: string): void {
    this.text.add('PAC', count, null, type === null ? null : [type]);
    if (perPack) this.text.add('QTY', ['52', perPack.amount, perPack.unit]);
    this.losses.check(`${path}.references`, references);
  }

  rest(rest: readonly Rest[]): void {
    for (const { tag, elements } of rest) this.text.addRaw(tag, elements);
  }
}
