import { type Problem, Refused } from '../../problem.ts';
import { type Demand, type Kept, type Verdict, judge, readSaved } from './checkpoint-keeper.ts';
import { type KeptAccusation, accusationsOf, keep, keepAccusation, keptOf } from './kept-checkpoints.ts';
import { readCheckpoint, readConsistency, readKey } from './queries.ts';

/** How long a ledger that seems shorter is given before it is asked once more: one met a copy that lags, perhaps. Milliseconds. */
const pause = 1500;

/** Where this browser stands with one ledger. */
export interface Standing {
  /** The newest checkpoint that was proven; null before the first. */
  readonly kept: Kept | null;
  /** What the look found; null when the server could not be asked, and `problem` says why. */
  readonly verdict: Verdict | null;
  readonly problem: Problem | null;
  readonly accusations: readonly KeptAccusation[];
  /** False where the browser keeps nothing: a private window, storage switched off. */
  readonly keeps: boolean;
}

/** Looks at the ledger once: keeps what is proven to continue what was kept, and whatever accuses the ledger. */
export async function look(organization: string): Promise<Standing> {
  let kept: Kept | null = null;
  let keeps = true;
  try {
    kept = await keptOf(organization);
  } catch {
    keeps = false;
  }
  try {
    const verdict = await compare(organization, kept);
    if (keeps) keeps = await remember(organization, verdict);
    return {
      kept: verdict.kind === 'accused' ? kept : verdict.kept,
      verdict,
      problem: null,
      accusations: await standingAccusations(organization, verdict),
      keeps,
    };
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    const accusations = await standingAccusations(organization, null);
    return { kept, verdict: null, problem: reason.problem, accusations, keeps };
  }
}

/**
 * Takes back in a checkpoint that was saved as a file: it is judged as if it had been kept here all along. What is kept here is not
 * touched by it, except where nothing was.
 * @returns null when the file holds no checkpoint of this ledger
 */
export async function takeIn(organization: string, note: string): Promise<Standing | null> {
  const kept = await keptOf(organization);
  const saved = readSaved(note, kept?.key ?? (await readKey(organization)), Temporal.Now.instant().toString());
  if (saved === null) return null;
  if (kept === null) await keep(organization, saved);
  else await remember(organization, await compare(organization, saved));
  return look(organization);
}

async function compare(organization: string, kept: Kept | null): Promise<Verdict> {
  const once = async (): Promise<Verdict> => {
    const note = await readCheckpoint(organization);
    const key = kept === null ? await readKey(organization) : kept.key;
    return judge(kept, { note, key }, demandOf(organization), Temporal.Now.instant().toString());
  };
  const verdict = await once();
  if (verdict.kind !== 'accused' || verdict.accusation.finding !== 'rolled-back') return verdict;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return once();
}

/** A server that refuses the proof has not given it; only one that cannot be asked is not accused. */
const demandOf =
  (organization: string): Demand =>
  async (from, to) => {
    try {
      return await readConsistency(organization, from, to);
    } catch (reason) {
      if (reason instanceof Refused && [404, 422].includes(reason.problem.status)) return null;
      throw reason;
    }
  };

async function remember(organization: string, verdict: Verdict): Promise<boolean> {
  try {
    if (verdict.kind === 'accused') await keepAccusation(organization, verdict.accusation);
    else await keep(organization, verdict.kept);
    return true;
  } catch {
    return false;
  }
}

/** Those that are kept; where nothing can be kept, at least the one of this moment. */
async function standingAccusations(organization: string, verdict: Verdict | null): Promise<readonly KeptAccusation[]> {
  try {
    return await accusationsOf(organization);
  } catch {
    return verdict?.kind === 'accused' ? [{ ...verdict.accusation, id: 'now', organization }] : [];
  }
}
