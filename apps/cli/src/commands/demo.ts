import type { Command } from '../command.ts';
import { unlessStopped } from '../stop.ts';

const demo: Command = {
  order: 41,
  summary: {
    en: 'Build the demo organizations, to look around',
    fr: 'Construire les organisations de démonstration, pour regarder',
  },
  details: {
    en: 'Adds organizations with made-up people and half a year of history, once. They are marked as a demo: one click steps into each of their people, which no real organization allows. The server must not be running on the same data directory.',
    fr: 'Ajoute, une seule fois, des organisations avec des personnes inventées et six mois d’histoire. Elles sont marquées comme démonstration : un clic suffit pour devenir l’une de leurs personnes, ce qu’aucune organisation réelle ne permet. Le serveur ne doit pas tourner sur le même répertoire de données.',
  },
  async run({ configuration, say }) {
    const { startServer } = await import('@coprod/server');
    // A port that nobody knows: the house is open only for as long as it is furnished.
    const closed = { port: 0, host: '127.0.0.1', inbox: undefined, outbox: undefined } as const;
    const starting = startServer({ ...configuration(), ...closed });
    try {
      const began = performance.now();
      await unlessStopped(async () => (await starting).parts.buildDemo());
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say({
        en: `The demo is there (${seconds} s). Start Coprod and open the welcome link.`,
        fr: `La démonstration est prête (${seconds} s). Démarrez Coprod et ouvrez le lien d’accueil.`,
      });
      return 0;
    } finally {
      await (await starting).close();
    }
  },
};
export default demo;
