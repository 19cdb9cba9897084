import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Configuration } from './configuration.ts';
import { StartProblem } from './start-problem.ts';

type Address = Pick<Configuration, 'port' | 'host'>;

/**
 * Listens for a moment, so that a busy port is told before anything has been started or written.
 * @throws StartProblem
 */
export async function assertMayListen(address: Address): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(address);
    await once(probe, 'listening');
  } catch (error) {
    throw listenProblem(error, address);
  }
  probe.close();
  await once(probe, 'close');
}

/** A failed `listen` as the sentence it means; anything else as it is. */
export function listenProblem(error: unknown, { port, host }: Address): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return error;
  switch (code) {
    case 'EADDRINUSE':
      return new StartProblem({
        en: `Port ${port} is in use by another program: stop that one, or choose another port with PORT.`,
        fr: `Le port ${port} est utilisé par un autre programme : arrêtez-le, ou choisissez un autre port avec PORT.`,
      });
    case 'EACCES':
      return new StartProblem({
        en: `This user may not listen on port ${port}: choose one above 1023 with PORT.`,
        fr: `Cet utilisateur ne peut pas écouter sur le port ${port} : choisissez-en un au-dessus de 1023 avec PORT.`,
      });
    default:
      return new StartProblem({
        en: `Coprod cannot listen on ${host} (${code}): correct COPROD_HOST.`,
        fr: `Coprod ne peut pas écouter sur ${host} (${code}) : corrigez COPROD_HOST.`,
      });
  }
}
