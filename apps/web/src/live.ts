import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { headersFor } from './api.ts';
import { keyOf } from './queries.ts';
import { eventsIn } from './server-events.ts';
import type { Subject } from './subject.ts';

/** How long another person's change stays softly marked, in milliseconds. */
const marked = 5000;
/** How long after one's own act a change is taken for its echo, in milliseconds. */
const echo = 3000;
/** The wait before the stream is opened again, in milliseconds. */
const pause = 3000;

const marks = new Map<string, number>();
let changed: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/**
 * Keeps the pages of one organization up to date: each change makes the queries of its kind stale, and marks its subject for
 * 5 s unless it follows an act of one's own.
 */
export function useLive(organization: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const ending = new AbortController();
    void follow(organization, queryClient, ending.signal);
    return () => ending.abort();
  }, [organization, queryClient]);
}

/** The subjects, by id, that another person has changed within the last 5 s. */
export function useChanged(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => changed);
}

/**
 * Reads the stream until told to end, opening it again whenever it breaks. By `fetch` and not by EventSource, which cannot say
 * on which side of the organization one stands.
 */
async function follow(organization: string, queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  const url = `/api/organizations/${encodeURIComponent(organization)}/live`;
  let gap = false;
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { headers: headersFor(url), signal });
      if (response.ok && response.body) {
        // After a gap nobody knows what was missed.
        if (gap) void queryClient.invalidateQueries({ queryKey: [organization] });
        for await (const event of eventsIn(response.body))
          if (event.name === 'change') hear(organization, queryClient, event.data);
      }
    } catch {
      // A broken stream is no news to the reader; the notice of the frame tells when there is no network.
    }
    gap = true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function hear(organization: string, queryClient: QueryClient, data: string): void {
  const subject = readSubject(data);
  if (subject === undefined) return;
  // A version in force covers requirements, or covers them no longer.
  for (const kind of [subject.kind, 'waiting', ...(subject.kind === 'rule' ? ['requirement'] : [])])
    void queryClient.invalidateQueries({ queryKey: keyOf(organization, kind) });
  const own = queryClient.getMutationCache().getAll();
  if (!own.some(({ state }) => Date.now() - state.submittedAt < echo)) mark(subject);
}

function mark({ id }: Subject): void {
  clearTimeout(marks.get(id));
  marks.set(
    id,
    window.setTimeout(() => {
      marks.delete(id);
      tell();
    }, marked),
  );
  tell();
}

function tell(): void {
  changed = new Set(marks.keys());
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readSubject(data: string): Subject | undefined {
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return undefined;
  return { kind: String(value.kind), id: String(value.id) };
}
