import { StartProblem } from '@coprod/server/platform/start-problem';

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. Later ones change nothing: a terminal sends Ctrl-C to every process of
 * its group and the launcher passes it on, and ending in order takes a bounded time.
 */
export function untilStopped(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(undefined));
  });
}

/**
 * Does `work` to its end, or throws at the first signal, so that the caller closes what the work uses: a PostgreSQL of our own
 * is no child that a signal would reach.
 * @throws StartProblem when stopped
 */
export async function unlessStopped<T>(work: () => Promise<T>): Promise<T> {
  const stopped = untilStopped().then(() => {
    throw new StartProblem({
      en: 'Stopped before it was done: start it again when you like.',
      fr: 'Arrêté avant la fin : relancez quand vous voudrez.',
    });
  });
  return Promise.race([work(), stopped]);
}
