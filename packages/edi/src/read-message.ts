import type { Message } from './interchange.ts';
import type { Limits } from './limits.ts';
import { readDelfor } from './meaning/delfor.ts';
import { EdifactContext } from './meaning/edifact-context.ts';
import type { Meaning } from './meaning/meaning.ts';
import type { Profile } from './profile/profile.ts';
import type { MessageSource } from './syntax/family.ts';

/** How far a message is read: positions and envelope; validated against its grammar; with its meaning. */
export type Depth = 'syntax' | 'grammar' | 'meaning';

/** Meanings of the EDIFACT messages, by type (UNH S009 0065). */
const MEANINGS: Readonly<Record<string, (context: EdifactContext) => Meaning>> = {
  DELFOR: readDelfor,
};

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
  let value: Meaning | null = null;
  if (source.readable && depth === 'meaning') {
    const read = MEANINGS[type];
    if (read) value = read(new EdifactContext(source, profile, limits));
    else reporter.add('message-unknown', place, type);
  }
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
