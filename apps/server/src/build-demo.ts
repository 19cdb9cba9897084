import { demoPeople } from './access/demo.ts';
import type { Parts } from './access/room.ts';
import type { Language } from './platform/language.ts';
import { voiceDemo } from './voice/demo.ts';

/**
 * Builds the organizations of the demo, with half a year behind them and dates relative to now, through the use cases of each way
 * in. Nothing of it is sent anywhere. Where they stand already, nothing is added.
 * @param language in which the demo's people write
 */
export async function buildDemo(parts: Parts, language: Language): Promise<void> {
  const now = Temporal.Now.instant().round('millisecond');
  const isTaken = async (slug: string): Promise<boolean> =>
    (await parts.people
      .selectFrom('access.organization')
      .select('slug')
      .where('slug', '=', slug)
      .executeTakeFirst()) !== undefined;
  if ((await demoPeople(parts.people)).length > 0) return;
  await voiceDemo(parts, { now, language, isTaken });
}
