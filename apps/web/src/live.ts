import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { chosenMembership } from './membership.ts';
import { keyOf } from './queries.ts';

/** What the stream tells: one subject has changed, and who changed it. Never its content, which is asked for under one's own rights. */
export interface Change {
  readonly kind: string;
  readonly id: string;
  /** The membership that acted; null for the program itself. */
  readonly by: string | null;
}

/** How long another person's change stays softly marked, in milliseconds. */
const marked = 5000;

const marks = new Map<string, number>();
const listeners = new Set<() => void>();

/**
 * Keeps the pages of one organization up to date: each change makes the queries of its kind stale, and marks its subject
 * for 5 s unless it was one's own.
 */
export function useLive(organization: string, membership: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const chosen = chosenMembership(organization);
    const query = chosen === null ? '' : `?membership=${encodeURIComponent(chosen)}`;
    const stream = new EventSource(`/api/organizations/${encodeURIComponent(organization)}/live${query}`);
    stream.addEventListener('change', (event: MessageEvent<string>) => {
      const change = readChange(event.data);
      if (!change) return;
      void queryClient.invalidateQueries({ queryKey: keyOf(organization, change.kind) });
      void queryClient.invalidateQueries({ queryKey: keyOf(organization, 'waiting') });
      void queryClient.invalidateQueries({ queryKey: keyOf(organization, 'notices') });
      if (change.by !== membership) mark(change.kind, change.id);
    });
    let opened = false;
    stream.addEventListener('open', () => {
      // After a gap nobody knows what was missed.
      if (opened) void queryClient.invalidateQueries({ queryKey: [organization] });
      opened = true;
    });
    return () => stream.close();
  }, [organization, membership, queryClient]);
}

/** Whether another person has changed this subject within the last 5 s. */
export function useChanged(kind: string, id: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => marks.has(`${kind}/${id}`),
  );
}

function mark(kind: string, id: string): void {
  const name = `${kind}/${id}`;
  clearTimeout(marks.get(name));
  marks.set(
    name,
    window.setTimeout(() => {
      marks.delete(name);
      for (const listener of listeners) listener();
    }, marked),
  );
  for (const listener of listeners) listener();
}

function readChange(text: string): Change | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return undefined;
  const by = 'by' in value && typeof value.by === 'string' ? value.by : null;
  return { kind: String(value.kind), id: String(value.id), by };
}
