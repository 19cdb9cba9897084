import { setTimeout as pause } from 'node:timers/promises';
import type { FoundedHouse } from './found-house.ts';
import { type Client, type Kind, type Wish, clientsOf, kinds, waysIn } from './wishes.ts';

/** Load by all three ways in on a running house, and what it was told. */
export type Load = {
  /** What was acknowledged so far, by name; a copy. */
  acknowledged(): Readonly<Record<Kind, readonly string[]>>;
  /** How many wishes got no answer at first and were sent again. */
  readonly sentAgain: number;
  /** Answers that no client should get, such as a refusal of what was right. */
  readonly faults: readonly string[];
  /** Waits until each way in had something acknowledged from now on. */
  everyWayIn(): Promise<void>;
  /** Ends it: each client has its last wish acknowledged first. */
  stop(): Promise<void>;
};

/**
 * Starts one worker per client. A sending that gets no answer, or that the server could not serve for a moment (5xx), is sent again
 * unchanged until it is acknowledged, as a careful client does.
 */
export function startLoad(house: FoundedHouse): Load {
  const acknowledged = Object.fromEntries(kinds.map((kind) => [kind, [] as string[]])) as Record<Kind, string[]>;
  const faults: string[] = [];
  let sentAgain = 0;
  let stopped = false;
  let giveUpAt = Number.POSITIVE_INFINITY;

  const untilAcknowledged = async (wish: Wish): Promise<void> => {
    for (let again = false; ; again = true) {
      const answer = await wish.send().catch(() => undefined);
      if (answer !== undefined && wish.isAcknowledged(answer, again)) {
        acknowledged[wish.kind].push(wish.name);
        return;
      }
      // A read-only house has found a difference in its ledger: no outage, but what must not happen.
      if (answer !== undefined && (answer.status < 500 || answer.body.code === 'read-only')) {
        faults.push(`${wish.kind} ${wish.name}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return;
      }
      if (Date.now() > giveUpAt) {
        faults.push(`${wish.kind} ${wish.name}: no answer any more`);
        return;
      }
      if (!again) sentAgain += 1;
      await pause(100);
    }
  };
  const work = async (client: Client): Promise<void> => {
    for (let number = 1; !stopped;) {
      const wish = await Promise.resolve(client(number)).catch(() => undefined);
      if (wish === undefined) {
        await pause(20);
        continue;
      }
      await untilAcknowledged(wish);
      number += 1;
    }
  };
  const working = Promise.all(clientsOf(house).map(async (client) => work(async (number) => client(number))));

  const sum = (way: readonly Kind[]): number => way.reduce((all, kind) => all + acknowledged[kind].length, 0);
  return {
    acknowledged: () => structuredClone(acknowledged),
    get sentAgain() {
      return sentAgain;
    },
    faults,
    async everyWayIn() {
      const ways = Object.values(waysIn);
      const before = ways.map(sum);
      for (const end = Date.now() + 180_000; Date.now() < end && faults.length === 0;) {
        if (ways.every((way, index) => sum(way) > before[index]!)) return;
        await pause(5);
      }
      throw new Error(`nothing is acknowledged any more: ${faults.join('; ')}`);
    },
    async stop() {
      stopped = true;
      giveUpAt = Date.now() + 120_000;
      await working;
    },
  };
}
