import type { Command } from '../command.ts';

const check: Command = {
  order: 81,
  summary: {
    en: 'Check a clone without running it: types, lint, format, dead code, import rule, generated files',
    fr: "Vérifier un clone sans l'exécuter : types, lint, mise en forme, code mort, règle d'imports, fichiers générés",
  },
  async run() {
    const { runChecks } = await import('../tools.ts');
    return runChecks([]);
  },
};
export default check;
