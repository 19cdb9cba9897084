import { headersFor } from './api.ts';
import { download } from './components/csv.ts';
import { problemOf, Refused } from './problem.ts';

/**
 * Fetches a file of the server and gives it to the browser to keep, under the name that the server says. Not a plain link: the request
 * says for which membership it asks, and a refusal can be shown.
 * @param path of the API, for example `/api/organizations/ostrelle/transmissions/…/document.pdf`
 * @param name used where the server says none
 * @throws Refused with the server's problem, or `unreachable`
 */
export async function saveFile(path: string, name: string): Promise<void> {
  const response = await fetch(path, { headers: headersFor(path) }).catch(() => {
    throw new Refused(problemOf(undefined, 0));
  });
  if (!response.ok) throw new Refused(problemOf(await response.json().catch(() => undefined), response.status));
  const told = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  download(told ?? name, await response.blob(), response.headers.get('content-type') ?? 'application/octet-stream');
}
