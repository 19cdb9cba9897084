import { StartProblem } from '@coprod/server/platform/start-problem';
import type { Command } from '../command.ts';

const edi: Command = {
  order: 30,
  synopsis: 'show|check|convert|profile FILE...',
  names: { least: 2, most: 10_000 },
  summary: {
    en: 'Read, check and convert EDI files: EDIFACT, X12, VDA',
    fr: 'Lire, contrôler et convertir des fichiers EDI : EDIFACT, X12, VDA',
  },
  details: {
    en: '`show` prints what the files mean, `check` what is wrong with them and where, `convert` writes one file in another format, `profile` proposes from samples what a partner does differently. Nothing is sent and no server is needed. Ends with code 1 when a file has an error, a format cannot say everything, or a question about a partner is open.',
    fr: "`show` affiche ce que disent les fichiers, `check` ce qui n'y va pas et où, `convert` écrit un fichier dans un autre format, `profile` propose à partir d'exemples ce qu'un partenaire fait autrement. Rien n'est envoyé et aucun serveur n'est nécessaire. Se termine par le code 1 si un fichier contient une erreur, si un format ne peut pas tout exprimer ou si une question sur un partenaire reste ouverte.",
  },
  options: {
    json: {
      type: 'boolean',
      meaning: {
        en: 'show, check: for machines, one JSON object a file',
        fr: 'show, check : pour les machines, un objet JSON par fichier',
      },
    },
    profile: {
      type: 'string',
      value: 'FILE',
      meaning: {
        en: "the partner's profile; profile: the one to extend",
        fr: 'le profil du partenaire ; profile : celui à compléter',
      },
    },
    to: {
      type: 'string',
      value: 'FORMAT',
      meaning: {
        en: 'convert: the format, as x12-830 or delfor-d97a',
        fr: 'convert : le format, comme x12-830 ou delfor-d97a',
      },
    },
    out: {
      type: 'string',
      value: 'FILE',
      meaning: {
        en: 'convert: a new file, instead of standard output',
        fr: 'convert : un nouveau fichier, au lieu de la sortie standard',
      },
    },
    name: {
      type: 'string',
      value: 'NAME',
      meaning: { en: 'profile: what the profile is called', fr: 'profile : le nom du profil' },
    },
  },
  async run(call) {
    switch (call.names[0]) {
      case 'show':
        return (await import('../edi/show.ts')).show(call);
      case 'check':
        return (await import('../edi/check.ts')).check(call);
      case 'convert':
        return (await import('../edi/convert.ts')).convert(call);
      case 'profile':
        return (await import('../edi/profile.ts')).proposeFromSamples(call);
      default:
        throw new StartProblem({
          en: `Say what to do with the file: show, check, convert or profile; \`${call.names[0]}\` is none of them.`,
          fr: `Précisez que faire du fichier : show, check, convert ou profile ; \`${call.names[0]}\` n'en fait pas partie.`,
        });
    }
  },
};
export default edi;
