import { edifactGrammar } from './grammar/edifact.ts';
import { Validation } from './grammar/validate.ts';
import { x12Grammar } from './grammar/x12.ts';
import type { Message } from './interchange.ts';
import type { Limits } from './limits.ts';
import { readAperak, readContrl } from './meaning/acknowledgement-edifact.ts';
import { read824, read997, readTa1 } from './meaning/acknowledgement-x12.ts';
import { readDesadv } from './meaning/despatch-edifact.ts';
import { read856 } from './meaning/despatch-x12.ts';
import { EdifactContext } from './meaning/edifact-context.ts';
import type { Meaning } from './meaning/meaning.ts';
import { read4913 } from './meaning/despatch-vda.ts';
import { read4905, read4915 } from './meaning/schedule-vda.ts';
import { VdaContext } from './meaning/vda-context.ts';
import { readInvrpt, readRecadv } from './meaning/receipt-edifact.ts';
import { read861 } from './meaning/receipt-x12.ts';
import { readDelfor, readDeljit } from './meaning/schedule-edifact.ts';
import { read830, read862 } from './meaning/schedule-x12.ts';
import { X12Context } from './meaning/x12-context.ts';
import type { Profile } from './profile/profile.ts';
import type { MessageSource } from './syntax/family.ts';
import { tagOf } from './syntax/segments.ts';

/** How far a message is read: positions and envelope; validated against its grammar; with its meaning. */
export type Depth = 'syntax' | 'grammar' | 'meaning';

/** Meanings of the EDIFACT messages, by type (UNH S009 0065). */
const EDIFACT: Readonly<Record<string, (context: EdifactContext) => Meaning>> = {
  DELFOR: readDelfor,
  DELJIT: readDeljit,
  DESADV: readDesadv,
  RECADV: readRecadv,
  INVRPT: readInvrpt,
  CONTRL: readContrl,
  APERAK: readAperak,
};

/** Meanings of the X12 transaction sets. */
const X12: Readonly<Record<string, (context: X12Context) => Meaning>> = {
  '824': read824,
  '830': read830,
  '856': read856,
  '861': read861,
  '862': read862,
  '997': read997,
  '999': read997,
  TA1: readTa1,
};

/** Meanings of the VDA messages. */
const VDA: Readonly<Record<string, (context: VdaContext) => Meaning>> = {
  '4905': read4905,
  '4913': read4913,
  '4915': read4915,
};

/** What a message says of itself. */
interface Label {
  readonly type: string;
  readonly directory: string;
  readonly usage: string | null;
  readonly reference: string;
}

/** Reads one whole message as far as asked. */
export function readMessage(source: MessageSource, profile: Profile, limits: Limits, depth: Depth): Message {
  const { family } = source.envelope;
  if (family === 'vda') return readVda(source, profile, limits, depth);
  const edifact = family === 'edifact';
  const label = edifact ? edifactLabel(source) : x12Label(source);
  const place = source.source.place(source.from);
  let value: Meaning | null = null;
  if (depth !== 'syntax' && source.readable) {
    const validation = validationOf(source, label);
    if (depth === 'meaning') value = meaningOf(source, label.type, profile, limits, validation);
    if (depth === 'meaning' && value === null) source.reporter.add('message-unknown', place, label.type);
    if (value === null) validation?.run();
  }
  return {
    ...label,
    group: source.group,
    place,
    segments: source.count,
    value,
    findings: source.reporter.findings,
    ok: !source.reporter.failed,
  };
}

/** What checks a message; null where there is no table for it. */
function validationOf(source: MessageSource, label: Label): Validation | null {
  const edifact = source.envelope.family === 'edifact';
  const grammar = edifact ? chooseEdifact(source, label) : x12Grammar(label.type, label.directory);
  return grammar ? new Validation(source, grammar) : null;
}

/** The same for who wants to see how a message is built; null for VDA, which has no groups. */
export function structureOf(source: MessageSource): Validation | null {
  const { family } = source.envelope;
  return family === 'vda' ? null : validationOf(source, family === 'edifact' ? edifactLabel(source) : x12Label(source));
}

/** A VDA transmission is one message; its records were checked as they were read. */
function readVda(source: MessageSource, profile: Profile, limits: Limits, depth: Depth): Message {
  const type = source.envelope.application ?? '';
  const value =
    depth === 'meaning' && Object.hasOwn(VDA, type) ? VDA[type]!(new VdaContext(source, profile, limits)) : null;
  return {
    type,
    directory: source.version,
    usage: null,
    reference: source.envelope.controlReference,
    group: null,
    place: source.source.place(source.from),
    segments: source.count,
    value,
    findings: source.reporter.findings,
    ok: !source.reporter.failed,
  };
}

function meaningOf(
  source: MessageSource,
  type: string,
  profile: Profile,
  limits: Limits,
  validation: Validation | null,
): Meaning | null {
  const edifact = source.envelope.family === 'edifact';
  if (edifact)
    return Object.hasOwn(EDIFACT, type)
      ? EDIFACT[type]!(new EdifactContext(source, profile, limits, validation))
      : null;
  return Object.hasOwn(X12, type) ? X12[type]!(new X12Context(source, profile, limits, validation)) : null;
}

function edifactLabel({ segments, from }: MessageSource): Label {
  segments.load(from);
  const interactive = segments.tagText(from).toUpperCase() === 'UIH';
  const id = interactive ? 1 : 2;
  return {
    type: segments.text(id, 1).toUpperCase(),
    directory: `${segments.text(id, 2)}.${segments.text(id, 3)}`,
    usage: segments.value(id, 5),
    reference: interactive ? segments.text(2, 1) : segments.text(1),
  };
}

function x12Label({ segments, from, version }: MessageSource): Label {
  segments.load(from);
  const alone = segments.tagText(from).toUpperCase() === 'TA1';
  // ST03 names the implementation guide from 5010 on; else GS08 may, behind the version.
  const full = version.trim();
  return {
    type: alone ? 'TA1' : segments.text(1),
    directory: full.slice(0, 6),
    usage: (alone ? null : segments.value(3)) ?? (full.slice(6) || null),
    reference: alone ? segments.text(1) : segments.text(2),
  };
}

const UNS = tagOf('UNS');
const GIS = tagOf('GIS');
const GEI = tagOf('GEI');
const LIN = tagOf('LIN');

function chooseEdifact(source: MessageSource, { type, directory }: Label) {
  const place = source.source.place(source.from);
  const release = directory.slice(directory.indexOf('.') + 1).toUpperCase();
  const built = type === 'DELFOR' ? builtDirectory(source, release) : release;
  if (built !== release) source.reporter.add('directory-mislabelled', place, directory, `D.${built}`);
  const chosen = edifactGrammar(type, built);
  if (chosen && !/^\d\d[A-Z]$/.test(release) && type !== 'CONTRL')
    source.reporter.add('directory-unknown', place, directory, `D.${chosen.directory}`);
  return chosen?.grammar ?? null;
}

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
