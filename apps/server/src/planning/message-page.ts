import { type Finding, readInterchanges } from '@coprod/edi';

/** One segment as it came, with what it is and what is remarkable about it. */
export type SegmentShown = {
  readonly number: number;
  readonly text: string;
  readonly tag: string;
  readonly findings: readonly { readonly severity: 'error' | 'warning' | 'note'; readonly text: string }[];
};

/** The most segments that one page shows; the file itself can be downloaded whole. */
const mostSegments = 2000;

/**
 * A file side by side with what was read of it: segments (records) in order, each finding at its segment.
 * @param charset bytes beyond ASCII are shown as Latin 1: every byte has a sign, and none is lost
 */
export function messagePage(
  bytes: Uint8Array,
  language: 'en' | 'fr',
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
  readonly elsewhere: readonly { readonly severity: 'error' | 'warning' | 'note'; readonly text: string }[];
} {
  const reading = readInterchanges(bytes);
  const findings = [
    ...reading.findings,
    ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
  ];
  const bySegment = Map.groupBy(findings, (f) => f.place.segment);
  const shown = (list: readonly Finding[] | undefined) =>
    (list ?? []).map((f) => ({ severity: f.severity, text: f.text[language] }));
  const texts = segmentTexts(Buffer.from(bytes).toString('latin1'), reading.family);
  const segments = texts.slice(0, mostSegments).map((text, index) => ({
    number: index + 1,
    text,
    tag: /^[A-Za-z0-9]{2,3}/.exec(text)?.[0] ?? '',
    findings: shown(bySegment.get(index + 1)),
  }));
  return {
    family: reading.family,
    segments,
    cut: texts.length > mostSegments,
    messages: reading.interchanges.flatMap((i) =>
      i.messages.map((m) => ({ type: m.type, directory: m.directory, reference: m.reference, ok: m.ok && i.ok })),
    ),
    elsewhere: findings
      .filter((f) => f.place.segment === null || f.place.segment > segments.length)
      .map((f) => ({
        severity: f.severity,
        text: f.text[language],
      })),
  };
}

/** Cuts at terminators; the service advice (UNA) is shown with no number of its own, in front of the header. */
function segmentTexts(text: string, family: string | null): readonly string[] {
  if (family === 'vda') return (text.match(/.{1,128}/gs) ?? []).map((r) => r.trimEnd()).filter((r) => r !== '');
  if (family === 'x12')
    return text
      .split(text[105] ?? '~')
      .map((s) => s.trim())
      .filter((s) => s !== '');
  const start = text.trimStart();
  const advice = start.startsWith('UNA') ? start.slice(0, 9) : '';
  const release = advice[6] ?? '?';
  const terminator = advice[8] ?? "'";
  const segments: string[] = [];
  let segment = '';
  for (let at = advice.length; at < start.length; at++) {
    const sign = start[at]!;
    segment += sign;
    if (sign === release) segment += start[++at] ?? '';
    else if (sign === terminator) {
      segments.push(segment.trim());
      segment = '';
    }
  }
  if (segment.trim() !== '') segments.push(segment.trim());
  return segments;
}
