import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { appendLeaves, EMPTY_FRONTIER, leafHash, rootOf, verifyCheckpointContinues } from '@coprod/ledger';
import type pg from 'pg';
import type { Caller } from './caller.ts';
import type { Load } from './load.ts';
import { clausesOf, type Kind } from './wishes.ts';

/** How often each name stands in the tables, and in the ledger. */
const books: Readonly<Record<Exclude<Kind, 'import'>, string>> = {
  interchange: counted('planning.interchange', 'interchange_id', 't.control_reference', 'interchange-received'),
  requirement: counted('certification.requirement', 'requirement_id', 't.clause', 'requirement-received'),
  capture: counted('voice.expectation', 'expectation_id', 't.expectation_id::text', 'expectation-captured'),
  intervention: counted(
    `(select * from core.intervention where source_kind = 'portal')`,
    'intervention_id',
    'right(t.words, 36)',
    'intervention-received',
  ),
  // A draft is in the ledger once it is put before everybody.
  proposal:
    'select right(title, 36) as name, count(*)::int as rows, count(*)::int as entries from core.proposal group by 1',
  transmission: counted('core.transmission', 'transmission_id', `encode(t.sha256, 'hex')`, 'transmission-sent'),
  acknowledgement: counted(
    '(select * from core.transmission where acknowledged_at is not null)',
    'transmission_id',
    't.transmission_id::text',
    'transmission-acknowledged',
  ),
};

/** The words of this file put together: nothing in it comes from outside. */
function counted(table: string, id: string, name: string, kind: string): string {
  return `select ${name} as name, count(distinct t.${id})::int as rows, count(e.entry_id)::int as entries
    from ${table} t left join core.ledger_entry e
      on e.organization_id = t.organization_id and e.subject_id = t.${id} and e.kind = '${kind}' group by 1`;
}

export type Audit = { readonly acknowledged: number; readonly lost: number; readonly doubled: number };

/**
 * Compares what the clients were told with what is in the database: each acknowledged name is there once, with one ledger entry, and
 * no name at all is there twice.
 * @param client the superuser: behind row-level security
 */
export async function audit(client: pg.Client, told: ReturnType<Load['acknowledged']>): Promise<Audit> {
  let [acknowledged, lost, doubled] = [0, 0, 0];
  const clauses = told.import.flatMap((number) => clausesOf(Number(number)));
  const expected = { ...told, requirement: [...told.requirement, ...clauses] };
  for (const kind of Object.keys(books) as (keyof typeof books)[]) {
    const { rows } = await client.query<{ name: string; rows: number; entries: number }>(books[kind]);
    const found = new Map(rows.map((row) => [row.name, row]));
    doubled += rows.filter((row) => row.rows > 1 || row.entries > 1).length;
    acknowledged += expected[kind].length;
    lost += expected[kind].filter((name) => (found.get(name)?.entries ?? 0) < 1).length;
  }
  return { acknowledged, lost, doubled };
}

/** What became of the jobs of files that were taken in. */
export type JobAudit = {
  readonly files: number;
  /** Files that are not applied, and jobs that nobody has finished. */
  readonly waiting: number;
  /** Files that made more than one release, or one that stands in the ledger more than once. */
  readonly twice: number;
  /** Jobs that were given up. */
  readonly failed: number;
};

/** Waits until every job is done, `milliseconds` at most, and counts what the jobs did. */
export async function auditJobs(client: pg.Client, milliseconds: number): Promise<JobAudit> {
  for (const end = Date.now() + milliseconds; ;) {
    const { rows } = await client.query<JobAudit>(
      `select count(*)::int as files,
         (count(*) filter (where state <> 'applied')
           + (select count(*) from jobs.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'))::int as waiting,
         count(*) filter (where (select count(*) from planning.release r where r.interchange_id = i.interchange_id) > 1
           or (select count(*) from core.ledger_entry e join planning.release r on r.release_id = e.subject_id
             where r.interchange_id = i.interchange_id and e.kind = 'release-applied') > 1)::int as twice,
         (select count(*) from jobs.job where state = 'failed')::int as failed
       from planning.interchange i`,
    );
    if (rows[0]!.waiting === 0 || Date.now() > end) return rows[0]!;
    await pause(100);
  }
}

/** Places and commitments of all entries that have a place, and every head that was ever signed, as of one moment. */
export type StoredLedger = {
  readonly entries: readonly { readonly position: number; readonly commitment: Buffer }[];
  readonly heads: readonly { readonly size: number; readonly root: Buffer }[];
};

export async function readLedger(client: pg.Client): Promise<StoredLedger> {
  await client.query('begin isolation level repeatable read read only');
  const entries = await client.query<{ position: number; commitment: Buffer }>(
    'select position::int, commitment from core.ledger_entry where position is not null order by 1',
  );
  const heads = await client.query<{ size: number; root: Buffer }>(
    'select size::int, root from core.ledger_checkpoint order by 1',
  );
  await client.query('commit');
  return { entries: entries.rows, heads: heads.rows };
}

/**
 * Recomputes a ledger from its entries: every place from 0 on is taken, and every head that was ever signed is the root of the
 * entries below it, so that there is one ledger and not two.
 * @returns how many entries it has
 */
export function assertOneLedger({ entries, heads }: StoredLedger): number {
  let frontier = EMPTY_FRONTIER;
  for (const { size, root } of heads) {
    const next = entries.slice(frontier.size, size);
    for (const [index, { position }] of next.entries()) assert.equal(position, frontier.size + index, 'a gap');
    ({ frontier } = appendLeaves(
      frontier,
      next.map(({ commitment }) => leafHash(commitment)),
    ));
    assert.equal(frontier.size, size, 'a head over entries that are not there');
    assert.ok(root.equals(rootOf(frontier)), `the head of ${size} entries is not theirs`);
  }
  assert.equal(entries.length, frontier.size, 'an entry with a place and no head over it');
  return frontier.size;
}

/** A customer who keeps the newest checkpoint and has each new one proven to continue it. */
export type Witness = {
  /** @throws AssertionError when the ledger that he is shown does not continue the one that he has seen; anything else is no news of it */
  look(customer: Caller): Promise<number>;
};

export function aWitness(): Witness {
  let kept: string | undefined;
  let key: string | undefined;
  const read = async (customer: Caller, path: string) => {
    const answer = await customer.call('GET', path);
    if (answer.status >= 500) throw new Error(`no answer: ${JSON.stringify(answer.body)}`);
    assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const sizeOf = (note: string): number => Number(note.split('\n')[1]);
  return {
    async look(customer) {
      key ??= (await read(customer, '/ledger/key')).key as string;
      const next = (await read(customer, '/ledger/checkpoint')) as string;
      if (kept !== undefined && sizeOf(next) >= sizeOf(kept)) {
        const { proof } = await read(customer, `/ledger/consistency?from=${sizeOf(kept)}&to=${sizeOf(next)}`);
        const judged = verifyCheckpointContinues({ kept, next, proof, key });
        assert.ok(judged.ok, JSON.stringify(judged));
      }
      assert.ok(kept === undefined || sizeOf(next) >= sizeOf(kept), 'the ledger is shorter than it was');
      kept = next;
      return sizeOf(next);
    },
  };
}
