import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { StartProblem } from '@coprod/server/platform/start-problem';
import type { Command } from '../command.ts';

const ingest: Command = {
  order: 20,
  summary: { en: 'Hand EDI files to a running Coprod', fr: 'Remettre des fichiers EDI à un Coprod en marche' },
  synopsis: 'FILE...',
  details: {
    en: 'Sends each file exactly as it is; COPROD_URL says where Coprod answers, and the environment variable of --key-from holds a key with the scope edi. The same bytes again have no second effect, so a failed run can be repeated. Ends with code 1 when a file was refused; what was refused is kept.',
    fr: "Envoie chaque fichier tel qu'il est ; COPROD_URL dit où Coprod répond, et la variable d'environnement de --key-from contient une clé de portée edi. Les mêmes octets une seconde fois n'ont pas d'autre effet : un passage interrompu peut être répété. Se termine par le code 1 si un fichier a été refusé ; ce qui est refusé est conservé.",
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
      const url = new URL(
        `api/organizations/${encodeURIComponent(organization)}/interchanges`,
        configuration().publicUrl,
      );
      url.searchParams.set('name', basename(path));
      const answer = await send(url, key, language, await readFile(path));
      const said: unknown = await answer.json().catch(() => null);
      if (!answer.ok) refused++;
      say(answer.ok ? received(path, said) : refusal(path, answer.status, said));
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

function received(path: string, said: unknown): { en: string; fr: string } {
  const reference = textOf(said, 'controlReference');
  const customer = textOf(said, 'customer');
  return { en: `${path}: ${reference} of ${customer}, kept`, fr: `${path} : ${reference} de ${customer}, conservé` };
}

function refusal(path: string, status: number, said: unknown): { en: string; fr: string } {
  // The server has said it in the reader's language already.
  const sentence = `${textOf(said, 'title') || status} ${textOf(said, 'whatToDo')}`.trim();
  return { en: `${path}: ${sentence}`, fr: `${path} : ${sentence}` };
}

const textOf = (said: unknown, field: string): string => {
  const value: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, field) : undefined;
  return typeof value === 'string' ? value : '';
};
