import { headersFor } from './api.ts';
import { problemOf, Refused } from './problem.ts';

/** For `bodySerializer`: bytes leave as they are. */
export const asBytes = {
  bodySerializer: (body: unknown): Blob => (body instanceof Blob ? body : new Blob([String(body)])),
  headers: { 'Content-Type': 'application/octet-stream' },
} as const;

/**
 * Fetches a file on the side on which one stands, and gives it to the browser to keep.
 * @throws Refused
 */
export async function saveFrom(path: string, name: string): Promise<void> {
  const answer = await fetch(path, { headers: headersFor(path) }).catch(() => {
    throw new Refused(problemOf(undefined, 0));
  });
  if (!answer.ok) throw new Refused(problemOf(await answer.json(), answer.status));
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
