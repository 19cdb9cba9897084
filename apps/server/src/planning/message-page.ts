import { type Finding, type Interchange, type Profile, outline, readInterchanges } from '@coprod/edi';
import { type SegmentMeaning, meaningsOf } from './segment-meaning.ts';

type Remark = { readonly severity: 'error' | 'warning' | 'note'; readonly text: string };

/** One segment as it came, with where it stands, what it means and what is remarkable about it. */
export type SegmentShown = {
  readonly number: number;
  /** Offset of its first byte in the interchange. */
  readonly byte: number;
  readonly text: string;
  readonly tag: string;
  /** How deep in the groups of its message it stands; 0 at the top. */
  readonly depth: number;
  readonly meaning: SegmentMeaning | null;
  readonly findings: readonly Remark[];
};

/** The most segments that one page shows; the file itself can be downloaded whole. */
const mostSegments = 2000;

/**
 * An interchange as bytes, segments (records) and meaning side by side, each finding at its segment. Bytes beyond ASCII are shown as
 * Latin 1: every byte has a sign, and none is lost.
 */
export function messagePage(
  bytes: Uint8Array,
  language: 'en' | 'fr',
  profile?: Profile,
): {
  readonly family: string | null;
  readonly segments: readonly SegmentShown[];
  readonly cut: boolean;
  readonly messages: readonly {
    readonly type: string;
    readonly directory: string;
    readonly reference: string;
    readonly ok: boolean;
  }[];
  readonly elsewhere: readonly Remark[];
} {
  const reading = readInterchanges(bytes, profile === undefined ? {} : { profile });
  const [interchange] = reading.interchanges;
  const findings = [
    ...reading.findings,
    ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
  ];
  const shown = (found: Finding): Remark => ({ severity: found.severity, text: found.text[language] });
  const bySegment = Map.groupBy(findings, (f) => f.place.segment);
  const depths = interchange === undefined ? new Map<number, number>() : depthsOf(bytes, interchange);
  const meanings = interchange === undefined ? new Map<number, SegmentMeaning>() : meaningsOf(interchange);
  const texts = segmentTexts(Buffer.from(bytes).toString('latin1'), reading.family);
  const segments = texts.slice(0, mostSegments).map(({ text, byte }, index): SegmentShown => {
    const number = index + 1;
    return {
      number,
      byte,
      text,
      tag: /^[A-Za-z0-9]{2,3}/.exec(text)?.[0] ?? '',
      depth: depths.get(number) ?? 0,
      meaning: meanings.get(number) ?? null,
      findings: (bySegment.get(number) ?? []).map(shown),
    };
  });
  return {
    family: reading.family,
    segments,
    cut: texts.length > mostSegments,
    messages: reading.interchanges.flatMap((i) =>
      i.messages.map((m) => ({ type: m.type, directory: m.directory, reference: m.reference, ok: m.ok && i.ok })),
    ),
    elsewhere: findings.filter((f) => f.place.segment === null || f.place.segment > segments.length).map(shown),
  };
}

/** Depth in groups by the number of the segment in the interchange. */
function depthsOf(bytes: Uint8Array, { messages }: Interchange): ReadonlyMap<number, number> {
  return new Map(
    outline(bytes, mostSegments)
      .filter((segment) => segment.interchange === 0)
      .map((segment) => {
        const header = messages[segment.message]?.place.segment ?? 1;
        return [header + segment.segment - 1, segment.depth];
      }),
  );
}

type SegmentText = { readonly text: string; readonly byte: number };

/** Cuts at terminators; the service advice (UNA) is no segment and has no number. */
function segmentTexts(text: string, family: string | null): readonly SegmentText[] {
  const cutAt = (lengthAt: (from: number) => number): readonly SegmentText[] => {
    const segments: SegmentText[] = [];
    for (let from = 0; from < text.length;) {
      const length = Math.max(1, lengthAt(from));
      const whole = text.slice(from, from + length);
      const blank = whole.length - whole.trimStart().length;
      if (whole.trim() !== '') segments.push({ text: whole.trim(), byte: from + blank });
      from += length;
    }
    return segments;
  };
  if (family === 'vda') return cutAt(() => 128);
  const start = text.length - text.trimStart().length;
  const isAdvised = text.startsWith('UNA', start);
  const release = family === 'x12' ? '' : isAdvised ? text[start + 6] : '?';
  const terminator = family === 'x12' ? (text[start + 105] ?? '~') : isAdvised ? text[start + 8] : "'";
  return cutAt((from) => {
    if (isAdvised && from <= start) return start + 9 - from;
    let at = from;
    while (at < text.length && text[at] !== terminator) at += text[at] === release ? 2 : 1;
    return at + 1 - from;
  }).filter(({ byte }) => !isAdvised || byte > start);
}
