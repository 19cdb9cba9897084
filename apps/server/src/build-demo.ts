import { demoPeople } from './access/demo.ts';
import type { Ground } from './access/room.ts';
import type { Language } from './platform/language.ts';
import { certificationDemo } from './certification/demo.ts';
import type { LedgerKeys } from './core/ledger-key.ts';
import { planningDemo } from './planning/demo.ts';
import { voiceDemo } from './voice/demo.ts';

/**
 * Builds the organizations of the demo, with half a year behind them and dates relative to now, through the use cases of each way
 * in. Nothing of it is sent anywhere. Where one stands already, built to its end, nothing is added.
 * @param language in which the demo's people write
 * @returns whom to step into first: the one who signs most
 */
export async function buildDemo(
  ground: Ground,
  keys: LedgerKeys,
  language: Language,
): Promise<{ slug: string; person: string }> {
  if ((await demoPeople(ground.people)).length === 0) {
    const now = Temporal.Now.instant().round('millisecond');
    const isTaken = async (slug: string): Promise<boolean> =>
      (await ground.people
        .selectFrom('access.organization')
        .select('slug')
        .where('slug', '=', slug)
        .executeTakeFirst()) !== undefined;
    const stage = { now, language, isTaken };
    const built = await Promise.allSettled([
      certificationDemo(ground, keys, stage),
      voiceDemo(ground, stage),
      planningDemo(ground, stage),
    ]);
    // Only now: none goes on building behind the failure of another.
    const failed = built.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
  const [first] = await demoPeople(ground.people);
  if (first === undefined) throw new Error('the demo has nobody in it');
  return { slug: first.slug, person: first.person };
}
