import { edifactGrammar } from './grammar/edifact.ts';
import { Validation } from './grammar/validate.ts';
import type { Message } from './interchange.ts';
import type { Limits } from './limits.ts';
import { readAperak, readContrl } from './meaning/acknowledgement-edifact.ts';
import { readDesadv } from './meaning/despatch-edifact.ts';
import { readInvrpt, readRecadv } from './meaning/receipt-edifact.ts';
import { readDelfor, readDeljit } from './meaning/schedule-edifact.ts';
import { EdifactContext } from './meaning/edifact-context.ts';
import type { Meaning } from './meaning/meaning.ts';
import type { Profile } from './profile/profile.ts';
import { tagOf } from './syntax/segments.ts';
import type { MessageSource } from './syntax/family.ts';

/** How far a message is read: positions and envelope; validated against its grammar; with its meaning. */
export type Depth = 'syntax' | 'grammar' | 'meaning';

const UNS = tagOf('UNS');
const GIS = tagOf('GIS');
const GEI = tagOf('GEI');
const LIN = tagOf('LIN');

/** Meanings of the EDIFACT messages, by type (UNH S009 0065). */
const MEANINGS: Readonly<Record<string, (context: EdifactContext) => Meaning>> = {
  DELFOR: readDelfor,
  DELJIT: readDeljit,
  DESADV: readDesadv,
  RECADV: readRecadv,
  INVRPT: readInvrpt,
  CONTRL: readContrl,
  APERAK: readAperak,
};

/**
 * The directory that a DELFOR is built after, whatever its label says: D.96A has UNS, D.96B to D.01C have GIS, later ones
 * GEI. Senders label wrongly more often than they build wrongly.
 */
function builtDirectory({ segments, from, to }: MessageSource, label: string): string {
  const year = /^\d\d[A-Z]$/.test(label) ? (+label.slice(0, 2) + 30) % 100 : -1;
  for (let s = from + 1; s < to; s++) {
    const tag = segments.tag(s);
    // Years counted from 1970, so that they sort: 96A is 26, 02A is 32.
    if (tag === UNS) return year >= 0 && year <= 26 && label !== '96B' ? label : '96A';
    if (tag === GIS) return (year > 26 && year < 32) || label === '96B' ? label : '97A';
    if (tag === GEI) return year >= 32 ? label : '04A';
    if (tag === LIN) break;
  }
  return label;
}

/** Reads one whole message as far as asked. */
export function readMessage(source: MessageSource, profile: Profile, limits: Limits, depth: Depth): Message {
  const { segments, from, reporter } = source;
  segments.load(from);
  const interactive = segments.tagText(from).toUpperCase() === 'UIH';
  const [reference, id] = interactive ? [segments.text(2, 1), 1] : [segments.text(1), 2];
  const type = segments.text(id, 1).toUpperCase();
  const version = segments.text(id, 2);
  const release = segments.text(id, 3);
  const usage = segments.value(id, 5);
  const place = source.source.place(from);
  const built = type === 'DELFOR' ? builtDirectory(source, release) : release;
  if (built !== release) reporter.add('directory-mislabelled', place, `D.${release}`, `D.${built}`);
  const grammar = depth === 'syntax' || !source.readable ? null : edifactGrammar(type, built);
  let validation: Validation | null = null;
  if (grammar) {
    if (!/^\d\d[A-Z]$/.test(release) && type !== 'CONTRL')
      reporter.add('directory-unknown', place, release, `D.${grammar.directory}`);
    validation = new Validation(source, grammar.grammar);
  }
  let value: Meaning | null = null;
  if (source.readable && depth === 'meaning') {
    const read = MEANINGS[type];
    if (read) value = read(new EdifactContext(source, profile, limits, validation));
    else reporter.add('message-unknown', place, type);
  }
  if (value === null) validation?.run();
  return {
    type,
    directory: `${version}.${release}`,
    usage,
    reference,
    group: source.group,
    place,
    segments: source.count,
    value,
    findings: reporter.findings,
    ok: !reporter.failed,
  };
}
