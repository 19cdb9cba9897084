import { listSettings, readConfiguration } from '@coprod/server/platform/configuration';
import type { Command } from '../command.ts';

const config: Command = {
  order: 30,
  summary: {
    en: 'List every setting with its value, where that comes from, and what it is for',
    fr: 'Énumérer chaque réglage avec sa valeur, sa provenance et son rôle',
  },
  details: {
    en: 'Settings are environment variables. Passwords are not shown. Ends with code 1 when a setting cannot be used.',
    fr: "Les réglages sont des variables d'environnement. Les mots de passe ne sont pas montrés. Se termine par le code 1 si un réglage est inutilisable.",
  },
  async run({ language }) {
    for (const { name, value, source, meaning } of listSettings()) {
      const from = source === 'environment' ? places[language].environment : places[language].default;
      console.log(`${name} = ${value ?? '-'}  (${from})\n    ${meaning[language]}`);
    }
    readConfiguration();
    return 0;
  },
};
export default config;

const places = {
  en: { environment: 'environment', default: 'default' },
  fr: { environment: 'environnement', default: 'par défaut' },
} as const;
