import { api, ask, headersFor } from '../../api.ts';
import { problemOf, Refused } from '../../problem.ts';
import { queryClient } from '../../queries.ts';
import { store } from '../../store.ts';
import { allCaptures, changeCapture, type KeptCapture, putCapture, removeCapture } from './captures-on-device.ts';

/** What is kept on this device, or why it cannot be read. */
export interface Outbox {
  readonly captures: readonly KeptCapture[];
  readonly broken: boolean;
}

export const outbox = store<Outbox>({ captures: [], broken: false });

/** Waits between tries, in milliseconds: doubled each time, a minute at most. */
const firstWait = 2000;
const longestWait = 60_000;
/** What the server has stays here for another day, so that one can see that it arrived. */
const daysShown = 1;

const otherWindows = new BroadcastChannel('coprod-captures');
let wait = firstWait;
let timer: ReturnType<typeof setTimeout> | undefined;
let me: { organization: string; membership: string } | undefined;

/**
 * Sends what this device keeps for one membership, now and whenever there is a network again: with growing waits, at once on
 * `online` and when the page is looked at. @returns how to stop
 */
export function startSending(organization: string, membership: string): () => void {
  me = { organization, membership };
  const now = () => {
    wait = firstWait;
    void send();
  };
  const seen = () => {
    if (document.visibilityState === 'visible') now();
  };
  const told = () => void look();
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', seen);
  otherWindows.addEventListener('message', told);
  now();
  return () => {
    me = undefined;
    clearTimeout(timer);
    window.removeEventListener('online', now);
    document.removeEventListener('visibilitychange', seen);
    otherWindows.removeEventListener('message', told);
  };
}

/** Keeps a capture on this device, then begins to send it. @throws when the device could not keep it */
export async function keep(capture: KeptCapture): Promise<void> {
  await putCapture(capture);
  // The browser may then no longer clear it away when room is short; it may refuse, and mostly asks nobody.
  void navigator.storage?.persist?.();
  await tell();
  wait = firstWait;
  void send();
}

/** Sends a refused capture again, changed where the refusal asked for it. */
export async function tryAgain(id: string, change: Partial<Pick<KeptCapture, 'photos' | 'body'>> = {}): Promise<void> {
  await changeCapture(id, { ...change, state: 'only-here', refusal: null });
  await tell();
  wait = firstWait;
  void send();
}

/** Takes a capture away from this device: only what its person has saved elsewhere or does not want. */
export async function discard(id: string): Promise<void> {
  await removeCapture(id);
  await tell();
}

/** Reads the device. */
export async function look(): Promise<void> {
  try {
    outbox.set({ captures: await allCaptures(), broken: false });
  } catch {
    outbox.set({ ...outbox.get(), broken: true });
  }
}

async function tell(): Promise<void> {
  await look();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has none: it is of one origin
  otherWindows.postMessage('changed');
}

/** One window of the browser sends at a time; the ids make a second sending harmless all the same. */
async function send(): Promise<void> {
  clearTimeout(timer);
  if (me === undefined) return;
  const mine = me;
  const left = await oneAtATime(async () => {
    await clear();
    await look();
    const waiting = outbox
      .get()
      .captures.filter((c) => c.organization === mine.organization && c.membership === mine.membership)
      .filter(({ state }) => state === 'only-here' || state === 'sending');
    for (const capture of waiting) if (!(await sendOne(capture))) return true;
    return false;
  });
  if (left !== false && me !== undefined) {
    timer = setTimeout(() => void send(), wait);
    wait = Math.min(wait * 2, longestWait);
  }
}

/** @returns the answer of the work, or undefined where another window is at it */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (navigator.locks === undefined) return work();
  return navigator.locks.request('coprod-send', { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** @returns false where there is no way to the server now: then it stays as it is */
async function sendOne(capture: KeptCapture): Promise<boolean> {
  try {
    await changeCapture(capture.id, { state: 'sending' });
    await tell();
    const path = { organization: capture.organization, capture: capture.id };
    if (capture.partsSent === 0) {
      await ask(
        api.PUT('/api/organizations/{organization}/captures/{capture}', { params: { path }, body: capture.body }),
      );
      await changeCapture(capture.id, { partsSent: 1 });
    }
    for (const [place, photo] of capture.photos.entries()) {
      if (capture.partsSent > place + 1) continue;
      await sendPhoto(capture, photo);
      await changeCapture(capture.id, { partsSent: place + 2 });
      await tell();
    }
    await changeCapture(capture.id, { state: 'sent', sentAt: Temporal.Now.instant().toString(), photos: [] });
    void queryClient.invalidateQueries({ queryKey: [capture.organization, 'expectation'] });
    return true;
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    const { code, status, title, whatToDo } = reason.problem;
    // No network, nobody signed in, too fast, or an incident of the server: nothing is wrong with the capture.
    const passing = code === 'unreachable' || status === 401 || status === 429 || status >= 500;
    await changeCapture(
      capture.id,
      passing ? { state: 'only-here' } : { state: 'refused', refusal: { what: title, cure: whatToDo, code } },
    );
    return !passing;
  } finally {
    await tell();
  }
}

async function sendPhoto(capture: KeptCapture, photo: KeptCapture['photos'][number]): Promise<void> {
  const url = `/api/organizations/${encodeURIComponent(capture.organization)}/captures/${capture.id}/photos/${photo.id}`;
  const headers = { ...headersFor(url), 'Content-Type': 'application/octet-stream' };
  const response = await fetch(url, { method: 'PUT', headers, body: photo.bytes }).catch((reason: unknown) => {
    if (reason instanceof TypeError) throw new Refused(problemOf(undefined, 0));
    throw reason;
  });
  if (!response.ok) throw new Refused(problemOf(await response.json().catch(() => undefined), response.status));
}

/** Takes away what the server has had for a day. */
async function clear(): Promise<void> {
  const before = Temporal.Now.instant().subtract({ hours: 24 * daysShown });
  for (const { id, sentAt } of await allCaptures().catch(() => [])) {
    if (sentAt !== null && Temporal.Instant.compare(Temporal.Instant.from(sentAt), before) < 0) await removeCapture(id);
  }
}
