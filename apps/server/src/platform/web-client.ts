import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './http.ts';
import { refuse } from './result.ts';

/**
 * Serves the built client. An address that is no file and no API is a page of the client: the client itself decides what
 * "not there" looks like.
 * @param folder of the build, with index.html; without it only the API is served
 */
export async function serveWebClient(http: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    http.setNotFoundHandler((request, reply) => sendProblem(request, reply, refuse('not-found')));
    return;
  }
  await http.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name; the page and the service worker must be asked for each time.
      const lasting = path.includes('/assets/');
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  http.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html');
    return isPage ? reply.sendFile('index.html') : sendProblem(request, reply, refuse('not-found'));
  });
}
