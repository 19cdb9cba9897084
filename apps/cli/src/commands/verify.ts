import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Sentence, StartProblem } from '@coprod/server/platform/start-problem';
import type { Command } from '../command.ts';
import type { Finding } from '../verify-files.ts';

const verify: Command = {
  order: 40,
  synopsis: 'FILE...',
  names: { least: 1, most: 10_000 },
  summary: {
    en: 'Check receipts, ledger exports and handed-over documents, offline',
    fr: 'Vérifier hors ligne des reçus de preuve, des exports de registre et des documents remis',
  },
  details: {
    en: 'Any other file is checked against the receipts among them: `coprod verify receipt.json procedure.pdf`. Without --key a receipt or an export speaks with its own key, which is printed: compare it with the one you were given. Ends with code 1 if anything is not proven.',
    fr: "Tout autre fichier est vérifié contre les reçus donnés avec lui : `coprod verify recu.json procedure.pdf`. Sans --key, un reçu ou un export parle avec sa propre clé, qui est affichée : comparez-la à celle qui vous a été remise. Se termine par le code 1 si quelque chose n'est pas prouvé.",
  },
  options: {
    key: {
      type: 'string',
      value: 'KEY',
      meaning: {
        en: 'the key that you trust, as text or as a file that holds it',
        fr: 'la clé à laquelle vous vous fiez, en texte ou dans un fichier',
      },
    },
    kept: {
      type: 'string',
      value: 'FILE',
      meaning: {
        en: 'a checkpoint that you have kept: an export must continue it',
        fr: 'un sceau que vous avez conservé : un export doit le prolonger',
      },
    },
  },
  async run({ names, options, say }) {
    const { verifyFiles } = await import('../verify-files.ts');
    const missing = names.find((path) => !existsSync(path));
    if (missing !== undefined) {
      throw new StartProblem({ en: `There is no file ${missing}.`, fr: `Le fichier ${missing} n'existe pas.` });
    }
    const key = options['key'];
    const kept = options['kept'];
    const findings = await verifyFiles(names, {
      keys: typeof key === 'string' ? [existsSync(key) ? (await readFile(key, 'utf8')).trim() : key] : [],
      ...(typeof kept === 'string' ? { kept: await readFile(kept, 'utf8') } : {}),
    });
    for (const finding of findings) say(describe(finding));
    return findings.every((one) => (one.kind === 'file' ? one.by !== undefined : one.proof.ok)) ? 0 : 1;
  },
};
export default verify;

function describe(finding: Finding): Sentence {
  const { path } = finding;
  if (finding.kind === 'file') {
    return finding.by === undefined
      ? {
          en: `${path}: NOT PROVEN: no receipt vouches for these bytes`,
          fr: `${path} : NON PROUVÉ : aucun reçu ne répond de ces octets`,
        }
      : { en: `${path}: proven by ${finding.by}`, fr: `${path} : prouvé par ${finding.by}` };
  }
  if (!finding.proof.ok) {
    const { code, where, why } = finding.proof;
    return {
      en: `${path}: NOT PROVEN: ${why} (${code}, at ${where})`,
      fr: `${path} : NON PROUVÉ : ${code}, à ${where} (${why})`,
    };
  }
  switch (finding.kind) {
    case 'receipt': {
      const { index, checkpoint, key, entry } = finding.proof;
      const what = entry === null ? { en: 'erased', fr: 'effacée' } : { en: entry.kind, fr: entry.kind };
      return {
        en: `${path}: proven: entry ${index} (${what.en}) of ${checkpoint.size} in ${checkpoint.origin}\n    key ${key}`,
        fr: `${path} : prouvé : entrée ${index} (${what.fr}) sur ${checkpoint.size} dans ${checkpoint.origin}\n    clé ${key}`,
      };
    }
    case 'ledger': {
      const { checkpoint, key, erased } = finding.proof;
      return {
        en: `${path}: proven: ${checkpoint.size} entries of ${checkpoint.origin}, ${erased} of them erased\n    key ${key}`,
        fr: `${path} : prouvé : ${checkpoint.size} entrées de ${checkpoint.origin}, dont ${erased} effacées\n    clé ${key}`,
      };
    }
    case 'document': {
      const { facts, blocks, issuer } = finding.proof;
      const withheld = blocks.filter((block) => block.state === 'withheld').length;
      return {
        en: `${path}: proven: ${facts.title}, version ${facts.version}, signed by ${issuer}; ${blocks.length} blocks, ${withheld} of them withheld`,
        fr: `${path} : prouvé : ${facts.title}, version ${facts.version}, signé par ${issuer} ; ${blocks.length} blocs, dont ${withheld} réservés`,
      };
    }
  }
}
