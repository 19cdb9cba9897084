/**
 * Keeps the program itself on the device, so that a page opens without network (a technician in a cellar). It keeps no
 * answer of the API: what a person may see is decided by the server each time.
 */
declare const self: ServiceWorkerGlobalScope;
declare const __VERSION__: string;
declare const __FILES__: readonly string[];

const files = __FILES__;

const name = `coprod-${__VERSION__}`;
/** The answer of the server's own paths is never replaced by the program's page. */
const foreign = /^\/(api|health|openapi\.json|tlog)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(name);
      await cache.addAll(files);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(
        names.filter((old) => old.startsWith('coprod-') && old !== name).map((old) => caches.delete(old)),
      );
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || foreign.test(url.pathname)) return;
  // A page comes from the server first, so that a new version is taken at once; built files never change under a name.
  if (event.request.mode === 'navigate') event.respondWith(networkFirst(event.request));
  else if (files.includes(url.pathname)) event.respondWith(cacheFirst(event.request));
});

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match('/')) ?? Response.error();
  }
}

async function cacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
