import type { Command } from '../command.ts';

const test: Command = {
  order: 80,
  summary: {
    en: 'Check a clone and run all its tests, those in a browser included',
    fr: 'Vérifier un clone et exécuter tous ses tests, y compris ceux dans un navigateur',
  },
  options: {
    long: {
      type: 'boolean',
      meaning: {
        en: 'large counts, both sets of PostgreSQL programs, kill cycles',
        fr: "grands nombres, les deux jeux de programmes PostgreSQL, cycles d'arrêts brutaux",
      },
    },
  },
  async run({ options }) {
    const { runChecks } = await import('../tools.ts');
    return runChecks(['--test', ...(options['long'] === true ? ['--long'] : [])]);
  },
};
export default test;
