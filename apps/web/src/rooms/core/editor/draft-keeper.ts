import { type Problem, Refused } from '../../../problem.ts';
import { type Store, store } from '../../../store.ts';
import { type DraftBlock, canonical, sameContent } from './block.ts';
import { type DraftChange, type KeptBlock, applyChanges, changesBetween } from './draft-changes.ts';
import { type Conflicts, mergeDrafts } from './merge-drafts.ts';

/** Where a draft is kept: the server, and this device for what the server has not taken yet. */
export interface DraftPort<Draft extends { readonly blocks: readonly KeptBlock[] }> {
  read(): Promise<Draft>;
  /** @returns the new revision of each block; throws `Refused` */
  send(changes: readonly DraftChange[]): Promise<Readonly<Record<string, number>>>;
  remember(unsent: Unsent | null): void;
  /** What was left unsent on this device, by this or another window. */
  remembered(): readonly Unsent[];
}

/** What the server has not taken yet, with all that is needed to go on from it on another day. */
export interface Unsent {
  readonly base: readonly KeptBlock[];
  readonly mine: readonly DraftBlock[];
  readonly sent: readonly KeptBlock[] | null;
  readonly conflicts: readonly (readonly [string, DraftBlock | null])[];
}

export type Keeping =
  | { readonly kind: 'kept'; readonly at: Temporal.Instant | null }
  | { readonly kind: 'writing' }
  /** The network is away; the text waits on this device. */
  | { readonly kind: 'unsent' }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface DraftKeeper<Draft> {
  readonly keeping: Store<Keeping>;
  readonly conflicts: Store<Conflicts>;
  /** What is to be read here now; before the first reading nothing. */
  text(): readonly DraftBlock[];
  /** Reads the draft anew and joins it with what is written here. */
  read(): Promise<Draft>;
  /** What the editor shows now. */
  write(blocks: readonly DraftBlock[]): void;
  /** One's own text stands: the question at this block is answered. */
  settle(block: string): void;
  /** Sends at once what is outstanding; resolves when the server has it, or when it cannot be had now. */
  flush(): Promise<void>;
  /** Hears which text to show after others have written, and in which blocks. */
  onText(hear: (blocks: readonly DraftBlock[], changed: ReadonlySet<string>) => void): () => void;
  close(): void;
}

/** At most this many changes go in one request. */
const batchSize = 400;

/**
 * Keeps a draft while it is written: sends what changed shortly after the last key, joins it with what others write, block by block,
 * and holds on this device what the server has not taken, until it has. No word depends on the network, the window or the other.
 * @param times in milliseconds: the rest after a key before it is sent, the longest wait, and the pause before a lost network is tried again
 */
export function openDraftKeeper<Draft extends { readonly blocks: readonly KeptBlock[] }>(
  port: DraftPort<Draft>,
  times: { readonly rest: number; readonly longest: number; readonly pause: number } = {
    rest: 700,
    longest: 4000,
    pause: 3000,
  },
): DraftKeeper<Draft> {
  const keeping = store<Keeping>({ kind: 'kept', at: null });
  const conflicts = store<Conflicts>(new Map());
  const hearers = new Set<Parameters<DraftKeeper<Draft>['onText']>[0]>();
  let base: readonly KeptBlock[] = [];
  let mine: readonly DraftBlock[] = [];
  /** What was on its way when the answer failed to come: it may have arrived. */
  let sent: readonly KeptBlock[] | null = null;
  let begun = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let queue: Promise<unknown> = Promise.resolve();

  /** Reading and sending never overlap, so that an old answer cannot undo a newer one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  /** What the server is to be told: nothing yet of blocks about which there is a question. */
  function outstanding(): DraftChange[] {
    const held = new Map(base.map((block) => [block.id, block]));
    const open = conflicts.get();
    return changesBetween(
      base,
      mine.flatMap((block) => (open.has(block.id) ? (held.get(block.id) ?? []) : block)),
    );
  }

  function remember(): void {
    const nothing = conflicts.get().size === 0 && sent === null && outstanding().length === 0;
    port.remember(nothing ? null : { base, mine, sent, conflicts: [...conflicts.get()] });
  }

  function receive(draft: Draft): void {
    const theirs = draft.blocks.map(keptOf);
    const merged = mergeDrafts(landed(base, sent, theirs), mine, theirs, conflicts.get());
    base = theirs;
    sent = null;
    show(merged.blocks, merged.conflicts);
  }

  function show(blocks: readonly DraftBlock[], questions: Conflicts): void {
    const before = new Map(mine.map((block) => [block.id, block]));
    const changed = new Set<string>();
    for (const { id, content, secret } of blocks) {
      const was = before.get(id);
      if (was === undefined || was.secret !== secret || !sameContent(was.content, content)) changed.add(id);
    }
    mine = blocks;
    conflicts.set(questions);
    for (const hear of hearers) hear(blocks, changed);
  }

  /** The first reading takes up what was left on this device, each window's on top of the other. */
  function begin(draft: Draft): void {
    const [last, ...others] = port.remembered();
    base = last?.base ?? draft.blocks.map(keptOf);
    mine = last?.mine ?? base.map(bare);
    sent = last?.sent ?? null;
    conflicts.set(new Map(last?.conflicts));
    receive(draft);
    for (const other of others) {
      const held = mine.map((block) => ({ ...block, revision: 0 }));
      const merged = mergeDrafts(landed(other.base, other.sent, held), other.mine, held, conflicts.get());
      show(merged.blocks, merged.conflicts);
    }
    begun = true;
    remember();
  }

  async function read(): Promise<Draft> {
    const draft = await port.read();
    if (begun) receive(draft);
    else begin(draft);
    if (outstanding().length > 0) later(0);
    return draft;
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    waitingSince = 0;
    if (!begun) return;
    try {
      if (sent !== null) receive(await port.read());
      for (let changes = outstanding(); changes.length > 0; changes = outstanding()) {
        const batch = changes.slice(0, batchSize);
        sent = applyChanges(base, batch);
        try {
          base = applyChanges(base, batch, await port.send(batch));
          sent = null;
        } catch (reason) {
          if (!(reason instanceof Refused)) throw reason;
          if (reason.problem.code === 'unreachable') throw reason;
          sent = null; // refused as a whole: nothing of it has arrived
          if (reason.problem.code !== 'block-changed-meanwhile') throw reason;
          receive(await port.read());
        }
      }
      keeping.set({ kind: 'kept', at: Temporal.Now.instant() });
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      const { problem } = reason;
      keeping.set(problem.code === 'unreachable' ? { kind: 'unsent' } : { kind: 'refused', problem });
      if (problem.code === 'unreachable') later(times.pause);
    } finally {
      remember();
    }
  }

  function later(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void inTurn(send), wait);
  }

  return {
    keeping,
    conflicts,
    text: () => mine,
    read: () => inTurn(read),
    write(blocks) {
      if (!begun || blocks === mine) return;
      mine = blocks;
      const here = new Set(blocks.map(({ id }) => id));
      const open = [...conflicts.get()].filter(([id]) => here.has(id));
      if (open.length < conflicts.get().size) conflicts.set(new Map(open));
      if (outstanding().length === 0) return remember();
      if (keeping.get().kind !== 'unsent') keeping.set({ kind: 'writing' });
      remember();
      const now = Date.now();
      waitingSince ||= now;
      later(Math.max(0, Math.min(times.rest, waitingSince + times.longest - now)));
    },
    settle(block) {
      const open = new Map(conflicts.get());
      open.delete(block);
      conflicts.set(open);
      remember();
      later(0);
    },
    flush: () => inTurn(send),
    onText(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    close() {
      if (timer !== undefined) void inTurn(send);
      hearers.clear();
    },
  };
}

const bare = ({ id, content, secret, from }: DraftBlock): DraftBlock => ({ id, content, secret, from });
const keptOf = (block: KeptBlock): KeptBlock => ({
  ...bare(block),
  content: canonical(block.content),
  revision: block.revision,
});

/** What both began from, when some of what was on its way has arrived: one's own words, sent and typed on, are no one else's. */
function landed(
  base: readonly KeptBlock[],
  sent: readonly KeptBlock[] | null,
  theirs: readonly KeptBlock[],
): readonly KeptBlock[] {
  if (sent === null) return base;
  const there = new Map(theirs.map((block) => [block.id, block]));
  const before = new Map(base.map((block) => [block.id, block]));
  const arrived = sent.flatMap((block) => {
    const other = there.get(block.id);
    if (other !== undefined && sameContent(other.content, block.content)) return [other];
    return before.get(block.id) ?? [];
  });
  const gone = base.filter(({ id }) => there.has(id) && !sent.some((block) => block.id === id));
  return [...arrived, ...gone];
}
