/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. Later ones change nothing: a terminal sends Ctrl-C to every process of
 * its group and the launcher passes it on, and ending in order takes a bounded time.
 */
export function untilStopped(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(undefined));
  });
}
