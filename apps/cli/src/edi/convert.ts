import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import {
  type CallOff,
  type DespatchAdvice,
  type Interchange,
  type Meaning,
  type Outgoing,
  type Release,
  type When,
  type Written,
  write4905,
  write4913,
  write4915,
  write830,
  write856,
  write862,
  writeDelfor,
  writeDeljit,
  writeDesadv,
  whens,
} from '@coprod/edi';
import { type Sentence, StartProblem } from '@coprod/server/platform/start-problem';
import type { CommandCall } from '../command.ts';
import { readFiles } from './read-files.ts';

/** What can be written, by the kind of what was read. */
const releases: Readonly<Record<string, (value: Release, out: Outgoing) => Written>> = {
  'delfor-d96a': (value, out) => writeDelfor(value, '96A', out),
  'delfor-d97a': (value, out) => writeDelfor(value, '97A', out),
  'delfor-d04a': (value, out) => writeDelfor(value, '04A', out),
  'x12-830': (value, out) => write830(value, out),
  'vda-4905': (value, out) => write4905(value, out),
};
const callOffs: Readonly<Record<string, (value: CallOff, out: Outgoing) => Written>> = {
  'deljit-d96a': (value, out) => writeDeljit(value, '96A', out),
  'deljit-d97a': (value, out) => writeDeljit(value, '97A', out),
  'deljit-d04a': (value, out) => writeDeljit(value, '04A', out),
  'x12-862': (value, out) => write862(value, out),
  'vda-4915': (value, out) => write4915(value, out),
};
const advices: Readonly<Record<string, (value: DespatchAdvice, out: Outgoing) => Written>> = {
  'desadv-d96a': (value, out) => writeDesadv(value, '96A', out),
  'x12-856': (value, out) => write856(value, out),
  'vda-4913': (value, out) => write4913(value, out),
};
/** Names that `--to` takes. */
export const targets: readonly string[] = [releases, callOffs, advices].flatMap((table) => Object.keys(table));

/**
 * Writes the messages of a file in another format: to `--out`, or to standard output. What the format cannot say is named on
 * standard error, and the exit code is then 1. A file with an error is not converted.
 * @throws StartProblem where the file, the target or the kind of message does not fit, or `--out` is there already
 */
export async function convert({ names, options, language }: CommandCall): Promise<number> {
  const to = options['to'];
  const out = options['out'];
  if (typeof to !== 'string' || !targets.includes(to)) throw new StartProblem(noTarget(to));
  if (names.length !== 2)
    throw new StartProblem({ en: 'Name one file to convert.', fr: 'Indiquez un seul fichier à convertir.' });
  if (typeof out === 'string' && existsSync(out))
    throw new StartProblem({
      en: `${out} is there already; name another file.`,
      fr: `${out} existe déjà ; indiquez un autre fichier.`,
    });
  const [file] = await readFiles(names.slice(1), options['profile']);
  if (!file!.reading.ok)
    throw new StartProblem({
      en: `${file!.path} has errors, which \`coprod edi check\` names; nothing was written.`,
      fr: `${file!.path} contient des erreurs, que \`coprod edi check\` indique ; rien n'a été écrit.`,
    });
  const written = file!.reading.interchanges.flatMap((interchange) =>
    interchange.messages.map((message) => writeAs(to, message.value, message.type, outgoing(interchange))),
  );
  const bytes = Buffer.concat(written.map((one) => one.bytes));
  if (typeof out === 'string') await writeFile(out, bytes, { flag: 'wx' });
  else process.stdout.write(bytes);
  const lost = [...new Set(written.flatMap((one) => one.lost))];
  for (const path of lost)
    console.error({ en: `coprod: ${to} cannot say ${path}`, fr: `coprod : ${to} ne peut exprimer ${path}` }[language]);
  return lost.length === 0 ? 0 : 1;
}

function writeAs(to: string, value: Meaning | null, type: string, out: Outgoing): Written {
  if (value?.kind === 'release' && releases[to] !== undefined) return releases[to](value, out);
  if (value?.kind === 'call-off' && callOffs[to] !== undefined) return callOffs[to](value, out);
  if (value?.kind === 'despatch-advice' && advices[to] !== undefined) return advices[to](value, out);
  throw new StartProblem({
    en: `A ${type} cannot be written as ${to}: a schedule stays a schedule, a call-off a call-off, a despatch advice a despatch advice.`,
    fr: `Un ${type} ne peut pas s'écrire en ${to} : un programme reste un programme, un appel un appel, un avis d'expédition un avis d'expédition.`,
  });
}

/** The envelope of what was read, around what is written; dated now where it bears no date. */
const outgoing = ({ sender, recipient, controlReference, preparedAt, test }: Interchange): Outgoing => ({
  sender,
  recipient,
  controlReference,
  preparedAt: preparedAt === null ? Temporal.Now.plainDateTimeISO().toString().slice(0, 16) : minuteOf(preparedAt),
  test,
});

const minuteOf = (when: When): string =>
  when.kind === 'instant' ? when.at.slice(0, 16) : `${whens.startOf(when)}T00:00`;

const noTarget = (to: unknown): Sentence => {
  const known = targets.join(', ');
  return typeof to === 'string'
    ? { en: `There is no format ${to}; there are ${known}.`, fr: `Le format ${to} n'existe pas ; il y a ${known}.` }
    : { en: `Say into what: --to one of ${known}.`, fr: `Précisez le format : --to suivi de ${known}.` };
};
