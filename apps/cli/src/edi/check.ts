import type { Finding } from '@coprod/edi';
import type { CommandCall } from '../command.ts';
import { findingsOf, readFiles } from './read-files.ts';

const severities = {
  error: { en: 'error', fr: 'erreur' },
  warning: { en: 'warning', fr: 'avertissement' },
  note: { en: 'note', fr: 'remarque' },
} as const;

/** Prints each finding with its place. @returns 1 when one of them is an error, or a file is no EDI at all */
export async function check({ names, options, language, say }: CommandCall): Promise<number> {
  let bad = false;
  for (const { path, reading } of await readFiles(names.slice(1), options['profile'])) {
    const findings = findingsOf(reading);
    if (options['json'] === true) say(both(JSON.stringify({ path, ok: reading.ok, findings })));
    else if (findings.length === 0) say({ en: `${path}: nothing found`, fr: `${path} : rien à signaler` });
    else for (const finding of findings) say(both(`${path}:${placeOf(finding)} ${describe(finding, language)}`));
    bad ||= !reading.ok;
  }
  return bad ? 1 : 0;
}

/** `12:DTM/2/1`: line, segment, element, component; as a compiler says it, so that an editor can jump there. */
const placeOf = ({ place }: Finding): string =>
  `${place.line}:${[place.tag, place.element, place.component].filter((part) => part !== null).join('/')}`;

const describe = (finding: Finding, language: 'en' | 'fr'): string =>
  `${severities[finding.severity][language]}${language === 'fr' ? ' :' : ':'} ${finding.text[language]} [${finding.code}]`;

const both = (text: string) => ({ en: text, fr: text });
