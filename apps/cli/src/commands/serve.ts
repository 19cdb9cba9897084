import { assertMayListen, listenProblem } from '@coprod/server/platform/listen-problem';
import type { Command } from '../command.ts';
import { untilStopped } from '../stop.ts';

const serve: Command = {
  order: 10,
  summary: { en: 'Start Coprod and answer until it is stopped', fr: "Démarrer Coprod et répondre jusqu'à l'arrêt" },
  details: {
    en: 'Starts PostgreSQL on COPROD_DATA (or uses DATABASE_URL), brings the schema up to date, listens on PORT. SIGINT (Ctrl-C) and SIGTERM end everything in order. `GET /health` answers 200 once all is ready.',
    fr: "Lance PostgreSQL sur COPROD_DATA (ou utilise DATABASE_URL), met le schéma à jour, écoute sur PORT. SIGINT (Ctrl-C) et SIGTERM arrêtent tout dans l'ordre. `GET /health` répond 200 dès que tout est prêt.",
  },
  async run({ configuration, say, language }) {
    const settings = configuration();
    // Before anything is started: a signal that comes meanwhile ends what will have been started.
    const stopped = untilStopped();
    await assertMayListen(settings);
    const { startServer } = await import('@coprod/server');
    const server = await startServer(settings).catch((error: unknown) => {
      throw listenProblem(error, settings);
    });
    const address = server.address.href;
    say({ en: `Coprod answers on ${address}`, fr: `Coprod répond sur ${address}` });
    if (server.welcome !== null) {
      say({
        en: `Nobody is at home yet. This link opens the house, once: ${server.welcome.href}`,
        fr: `Personne n'est encore là. Ce lien ouvre la maison, une fois : ${server.welcome.href}`,
      });
    }
    const lost = await Promise.race([stopped, server.lost]);
    if (lost !== undefined) console.error(`coprod: ${lost.sentence[language]}`);
    await server.close();
    return lost === undefined ? 0 : 1;
  },
};
export default serve;
