import { basename } from 'node:path';
import { proposeProfile } from '@coprod/edi';
import type { CommandCall } from '../command.ts';
import { readFiles, readProfileData } from './read-files.ts';

/**
 * Proposes a partner's profile from samples of his. The profile goes to standard output as JSON, so that it can be kept in a file;
 * what only somebody who knows the partner can say goes to standard error as questions.
 * @returns 1 when a question is open
 */
export async function proposeFromSamples({ names, options, language }: CommandCall): Promise<number> {
  const base = typeof options['profile'] === 'string' ? await readProfileData(options['profile']) : undefined;
  const samples = await readFiles(names.slice(1), options['profile']);
  const name = typeof options['name'] === 'string' ? options['name'] : basename(samples[0]!.path).replace(/\.\w+$/, '');
  const proposal = proposeProfile(
    name,
    samples.map(({ reading }) => reading),
    base,
  );
  console.log(JSON.stringify(proposal.profile, null, 2));
  const tell = (en: string, fr: string): void => console.error({ en, fr }[language]);
  const senders = proposal.senders.map(({ id }) => id).join(', ');
  tell(`${proposal.messages.join(', ')} of ${senders}`, `${proposal.messages.join(', ')} de ${senders}`);
  if (proposal.senders.length > 1)
    tell(
      'These samples come from several senders: a profile is for one.',
      "Ces exemples viennent de plusieurs émetteurs : un profil n'en concerne qu'un.",
    );
  for (const { sample, table, code, text } of proposal.questions) {
    const where = table === null ? '' : ` (tables.${table}${code === null ? '' : `["${code}"]`})`;
    tell(`${samples[sample]!.path}: ${text.en}${where}`, `${samples[sample]!.path} : ${text.fr}${where}`);
  }
  return proposal.questions.length === 0 ? 0 : 1;
}
