import { TAG, type EdifactContext } from './edifact-context.ts';
import type { Draft } from './message-context.ts';
import type { Contact, NamedDate, Party, Reference } from './parts.ts';
import type { Document } from './release.ts';

/** BGM 1225. */
export const FUNCTIONS: Readonly<Record<string, Document['function']>> = {
  1: 'cancel',
  4: 'change',
  5: 'replace',
  7: 'duplicate',
  9: 'original',
};

/** Heading of the EDIFACT messages that are no schedule: BGM, dates, references, parties with their places and contacts. */
export class EdifactHeading {
  readonly c: EdifactContext;
  readonly document: Draft<Document> = {
    number: null,
    release: null,
    previousNumber: null,
    date: null,
    code: null,
    function: null,
  };
  readonly parties: Draft<Party>[] = [];
  readonly references: Draft<Reference>[] = [];
  readonly dates: NamedDate[] = [];
  readonly remarks: string[] = [];
  unloadingPoint: string | null = null;
  #party: Draft<Party> | null = null;
  #reference: Draft<Reference> | null = null;
  #contact: Draft<Contact> | null = null;

  constructor(context: EdifactContext) {
    this.c = context;
  }

  /** The loaded segment, kept beside when it has no place here. */
  segment(tag: number): void {
    const { c } = this;
    switch (tag) {
      case TAG.BGM:
        this.document.code = c.s.value(1, 1);
        this.document.number = c.s.value(2, 1);
        this.document.function = c.s.size(3) === 0 ? null : (FUNCTIONS[c.s.text(3)] ?? 'other');
        return;
      case TAG.DTM:
        return this.#date();
      case TAG.RFF:
        this.#reference = c.reference();
        (this.#party?.references ?? this.references).push(this.#reference);
        return;
      case TAG.NAD:
        this.#reference = null;
        this.#contact = null;
        this.#party = c.party();
        this.parties.push(this.#party);
        return;
      case TAG.LOC:
        return this.#place();
      case TAG.CTA:
        this.#contact = c.contact();
        if (this.#party) this.#party.contacts.push(this.#contact);
        else c.keep();
        return;
      case TAG.COM:
        return c.communication(this.#contact);
      case TAG.FTX:
        if (c.freeText() === '') c.keep();
        else this.remarks.push(c.freeText());
        return;
      default:
        c.keep();
    }
  }

  /** First party of a role; the issuer stands for the sender's side, the recipient for the other. */
  party(role: Party['role']): Party | null {
    return this.parties.find((p) => p.role === role) ?? null;
  }

  #date(): void {
    const { c } = this;
    const when = c.date();
    if (when === null) return c.keep();
    const code = c.s.text(1, 1);
    if (this.#reference && this.#reference.date === null && code === '171') this.#reference.date = when;
    else if (code === '137') this.document.date ??= when;
    else this.dates.push({ code, when });
  }

  #place(): void {
    for (const place of this.c.locations())
      if (place.role === 'unloading-point' && this.#party?.role === 'ship-to') this.unloadingPoint ??= place.id;
      else this.c.keep();
  }
}
