import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { StartProblem } from '@coprod/server/platform/start-problem';
import type { Command } from '../command.ts';

const ingest: Command = {
  order: 20,
  summary: { en: 'Hand EDI files to a running Coprod', fr: 'Remettre des fichiers EDI à un Coprod en marche' },
  synopsis: 'FILE...',
  details: {
    en: 'Sends each file exactly as it is; COPROD_URL says where Coprod answers, and the environment variable of --key-from holds a key with the scope edi. A file may hold several interchanges; what became of each is said in a line. The same bytes again have no second effect, so a failed run can be repeated. Ends with code 1 when something was refused; what was refused is kept.',
    fr: "Envoie chaque fichier tel qu'il est ; COPROD_URL dit où Coprod répond, et la variable d'environnement de --key-from contient une clé de portée edi. Un fichier peut contenir plusieurs échanges ; une ligne dit ce qu'il advient de chacun. Les mêmes octets une seconde fois n'ont pas d'autre effet : un passage interrompu peut être répété. Se termine par le code 1 si quelque chose a été refusé ; ce qui est refusé est conservé.",
  },
  names: { least: 1, most: 10_000 },
  options: {
    organization: {
      type: 'string',
      value: 'NAME',
      meaning: { en: 'The organization, as in its address', fr: "L'organisation, telle que dans son adresse" },
    },
    'key-from': {
      type: 'string',
      value: 'VARIABLE',
      meaning: {
        en: 'The environment variable that holds the key (default: EDI_KEY)',
        fr: "La variable d'environnement qui contient la clé (par défaut EDI_KEY)",
      },
    },
  },
  async run({ names, options, configuration, language, say }) {
    const organization = options['organization'];
    if (typeof organization !== 'string')
      throw new StartProblem({
        en: 'Say for which organization: --organization NAME.',
        fr: 'Précisez l’organisation : --organization NAME.',
      });
    const variable = typeof options['key-from'] === 'string' ? options['key-from'] : 'EDI_KEY';
    const key = process.env[variable];
    if (key === undefined || key === '')
      throw new StartProblem({
        en: `Put a key with the scope edi into ${variable}.`,
        fr: `Placez une clé de portée edi dans ${variable}.`,
      });
    let refused = 0;
    for (const path of names) {
      const bytes = await readFile(path).catch(() => null);
      if (bytes === null) {
        refused++;
        say({ en: `${path}: cannot be read here.`, fr: `${path} : illisible ici.` });
        continue;
      }
      const url = new URL(
        `api/organizations/${encodeURIComponent(organization)}/interchanges`,
        configuration().publicUrl,
      );
      url.searchParams.set('name', basename(path));
      const answer = await send(url, key, language, bytes);
      const said: unknown = await answer.json().catch(() => null);
      if (!answer.ok) refused++;
      // The server has said what it refuses in the reader's language already.
      const title = answer.ok ? '' : `${sentenceOf(said) || answer.status}`;
      for (const line of [...(title === '' ? [] : [{ en: title, fr: title }]), ...partsOf(said).map(lineOf)])
        say({ en: `${path}: ${line.en}`, fr: `${path} : ${line.fr}` });
    }
    return refused === 0 ? 0 : 1;
  },
};
export default ingest;

async function send(url: URL, key: string, language: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/octet-stream',
        'accept-language': language,
      },
      body: bytes,
    });
  } catch {
    throw new StartProblem({
      en: `Nobody answers on ${url.origin}. Start Coprod, or set COPROD_URL.`,
      fr: `Personne ne répond sur ${url.origin}. Démarrez Coprod ou réglez COPROD_URL.`,
    });
  }
}

/** One line for each interchange of a file: kept for a customer, or why not. */
function lineOf(part: unknown): { en: string; fr: string } {
  const refused: unknown = fieldOf(part, 'refused');
  if (refused !== undefined) {
    const sentence = sentenceOf(refused);
    return { en: sentence, fr: sentence };
  }
  const reference = textOf(part, 'controlReference');
  const customer = textOf(part, 'customer');
  return { en: `${reference} of ${customer}, kept`, fr: `${reference} de ${customer}, conservé` };
}

/** What is said of each interchange, in an answer or in a refusal of part of a file. */
function partsOf(said: unknown): readonly unknown[] {
  const parts: unknown = fieldOf(said, 'interchanges') ?? fieldOf(fieldOf(said, 'extra'), 'interchanges');
  return Array.isArray(parts) ? parts : [];
}

const sentenceOf = (said: unknown): string => `${textOf(said, 'title')} ${textOf(said, 'whatToDo')}`.trim();
const fieldOf = (said: unknown, field: string): unknown =>
  typeof said === 'object' && said !== null ? Reflect.get(said, field) : undefined;
function textOf(said: unknown, field: string): string {
  const value = fieldOf(said, field);
  return typeof value === 'string' ? value : '';
}
