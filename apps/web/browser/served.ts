import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';

/** Serves the client from its sources on a free port of this machine, without a server of Coprod behind it. */
export async function serveClient(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server: ViteDevServer = await createServer({
    configFile: join(import.meta.dirname, '..', 'vite.config.ts'),
    server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false, watch: null, proxy: {} },
    logLevel: 'error',
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('The client is not served.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
