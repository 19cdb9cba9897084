import { CATALOG, type FindingCode } from '../findings/catalog.ts';
import type { Finding } from '../findings/finding.ts';
import type { PartnerId } from '../interchange.ts';
import type { Meaning } from '../meaning/meaning.ts';
import type { Reading } from '../read.ts';
import type { ProfileData, Tables } from './profile.ts';

/** Something that the samples leave open and only somebody who knows the partner can say. */
export interface ProfileQuestion {
  readonly about: FindingCode | 'item-number';
  /** Table of the profile in which the answer belongs, and the code that it is about. */
  readonly table: keyof Tables | null;
  readonly code: string | null;
  /** Number of the first sample in which it stands, from 0, and how often it stands in all of them. */
  readonly sample: number;
  readonly times: number;
  readonly text: { readonly en: string; readonly fr: string };
}

/** What samples of one partner say about how he writes. */
export interface ProfileProposal {
  readonly profile: ProfileData;
  /** Who sent the samples, each once: more than one is worth a look. */
  readonly senders: readonly PartnerId[];
  /** `DELFOR D.96A`, each once. */
  readonly messages: readonly string[];
  readonly questions: readonly ProfileQuestion[];
}

/** The table that an unknown code belongs to, by what the finding says was expected. */
const tableOf: Readonly<Record<string, keyof Tables>> = {
  'SCC 4017': 'status',
  'QTY 6063': 'quantities',
  'FST02 (680)': 'x12Status',
};

/**
 * Proposes a profile from samples of one partner, read with the profile that it is to extend. A deviation of form that every sample
 * has is his habit and becomes a note. What a code means is never guessed, and a contradiction in the numbers is never softened: both
 * are questions.
 */
export function proposeProfile(name: string, samples: readonly Reading[], base?: ProfileData): ProfileProposal {
  const severities: Partial<Record<FindingCode, 'note'>> = {};
  const questions: ProfileQuestion[] = [];
  for (const [code, seen] of byCode(samples)) {
    const { level } = CATALOG[code];
    const everywhere = new Set(seen.map(({ sample }) => sample)).size === samples.length;
    const [first] = seen;
    if (code === 'code-unknown') questions.push(...codeQuestions(seen));
    else if (everywhere && first!.finding.severity === 'warning' && (level === 'envelope' || level === 'structure'))
      severities[code] = 'note';
    else if (first!.finding.severity === 'error' || code === 'layout-unverified') questions.push(question(code, seen));
  }
  questions.push(...itemQuestions(samples));
  return {
    profile: {
      name,
      ...(base === undefined ? {} : { extends: base }),
      ...(Object.keys(severities).length === 0 ? {} : { severities }),
    },
    senders: uniqueBy(
      samples.flatMap((reading) => reading.interchanges.map(({ sender }) => sender)),
      ({ id, qualifier }) => `${qualifier ?? ''} ${id}`,
    ),
    messages: [
      ...new Set(
        samples.flatMap(({ interchanges }) =>
          interchanges.flatMap(({ messages }) =>
            messages.map((message) => `${message.type} ${message.directory}`.trimEnd()),
          ),
        ),
      ),
    ],
    questions,
  };
}

type Seen = { readonly sample: number; readonly finding: Finding };

function byCode(samples: readonly Reading[]): Map<FindingCode, Seen[]> {
  const found = new Map<FindingCode, Seen[]>();
  for (const [sample, reading] of samples.entries()) {
    const all = [
      ...reading.findings,
      ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
    ];
    for (const finding of all) {
      const seen = found.get(finding.code) ?? [];
      seen.push({ sample, finding });
      found.set(finding.code, seen);
    }
  }
  return found;
}

const question = (about: FindingCode, seen: readonly Seen[]): ProfileQuestion => ({
  about,
  table: null,
  code: null,
  sample: seen[0]!.sample,
  times: seen.length,
  text: seen[0]!.finding.text,
});

function codeQuestions(seen: readonly Seen[]): ProfileQuestion[] {
  const codes = new Map<string, Seen[]>();
  for (const one of seen) {
    const key = `${one.finding.expected ?? ''}\n${one.finding.found ?? ''}`;
    codes.set(key, [...(codes.get(key) ?? []), one]);
  }
  return [...codes.values()].map((same) => {
    const { expected, found } = same[0]!.finding;
    const where = expected ?? '';
    const code = found ?? '';
    return {
      about: 'code-unknown',
      table: tableOf[where] ?? null,
      code,
      sample: same[0]!.sample,
      times: same.length,
      text: {
        en: `What does ${where} ${code} mean? It stands ${same.length} times.`,
        fr: `Que signifie ${where} ${code} ? Ce code figure ${same.length} fois.`,
      },
    };
  });
}

/** Items that carry no number of the customer's, but one under another tag: some plants tag their own number as the supplier's. */
function itemQuestions(samples: readonly Reading[]): ProfileQuestion[] {
  const questions = new Map<string, ProfileQuestion>();
  for (const [sample, { interchanges }] of samples.entries()) {
    for (const message of interchanges.flatMap((interchange) => interchange.messages)) {
      const edifact = /^[A-Z]{6}$/.test(message.type);
      for (const item of itemsOf(message.value)) {
        if (item.customerItem !== null) continue;
        for (const { tag } of item.ids) {
          const before = questions.get(tag);
          questions.set(tag, {
            about: 'item-number',
            table: edifact ? 'itemIds' : 'x12ItemIds',
            code: tag,
            sample: before?.sample ?? sample,
            times: (before?.times ?? 0) + 1,
            text: {
              en: `Is the number tagged ${tag} the customer's item number? No item of his carries another.`,
              fr: `Le numéro marqué ${tag} est-il le numéro d'article du client ? Ses articles n'en portent pas d'autre.`,
            },
          });
        }
      }
    }
  }
  return [...questions.values()];
}

const itemsOf = (value: Meaning | null) =>
  value?.kind === 'release' || value?.kind === 'call-off' || value?.kind === 'despatch-advice' ? value.items : [];

const uniqueBy = <T>(values: readonly T[], keyOf: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];
