/**
 * Counts attempts, so that nobody finds out a secret by trying. In the memory of one process: a restart forgets, and nobody stays
 * locked out.
 */
export type Attempts = {
  /** Begins an attempt. @returns 0, or the seconds to wait when it must not be made */
  begin(who: string): number;
  /** It was right: those before it count no more. */
  succeed(who: string): void;
};

/**
 * @param most within a minute of the first, at least 1
 * @param now milliseconds
 */
export function openAttempts(most: number, now: () => number = Date.now): Attempts {
  const minute = 60_000;
  const begun = new Map<string, { readonly from: number; count: number }>();
  return {
    begin(who) {
      const found = begun.get(who);
      if (found === undefined || now() - found.from >= minute) {
        for (const [other, { from }] of begun) if (now() - from >= minute) begun.delete(other);
        begun.set(who, { from: now(), count: 1 });
        return 0;
      }
      if (found.count >= most) return Math.ceil((found.from + minute - now()) / 1000);
      found.count += 1;
      return 0;
    },
    succeed: (who) => void begun.delete(who),
  };
}
