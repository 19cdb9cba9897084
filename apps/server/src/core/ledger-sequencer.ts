import { actAsSystem } from '../access/access.ts';
import type { Parts } from '../access/room.ts';
import type { LedgerKeys } from './ledger-key.ts';
import { type Sequenced, batch, sequenceLedger } from './sequence-ledger.ts';

/** Gives places at most this long after an entry was written. */
const everyMilliseconds = 500;

export type Sequencer = {
  /** Places all that waits in one organization at this moment: a person is waiting for his receipt. */
  demand(organization: string): Promise<Sequenced>;
  /** Begins the rounds; answers how to end them. */
  start(): () => Promise<void>;
};

/** The sequencer of this process. Every process runs one; a lock in the database lets one work on an organization at a time. */
export function openSequencer({ doors, people }: Parts, keys: LedgerKeys): Sequencer {
  const demand = async (organization: string): Promise<Sequenced> => {
    const system = actAsSystem(doors, organization);
    for (;;) {
      const outcome = await sequenceLedger(system, keys);
      // Not until nothing is placed any more: where many write, that moment never comes.
      if (outcome.placed < batch) return outcome;
    }
  };
  const round = async (): Promise<void> => {
    // Policy: sign_in_reads on access.organization. Organizations are few; asking each costs one statement where nothing waits.
    const organizations = await people.selectFrom('access.organization').select('organization_id').execute();
    for (const { organization_id } of organizations) await demand(organization_id);
  };
  return {
    demand,
    start() {
      let stopped = false;
      let wake = (): void => undefined;
      const loop = (async () => {
        while (!stopped) {
          // The database may be away for a moment; entries wait and lose nothing.
          await round().catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)));
          if (!stopped) {
            await new Promise<void>((resolve) => {
              wake = resolve;
              setTimeout(resolve, everyMilliseconds);
            });
          }
        }
      })();
      return async () => {
        stopped = true;
        wake();
        await loop;
      };
    },
  };
}
