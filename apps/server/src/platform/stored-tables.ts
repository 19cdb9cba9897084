import type pg from 'pg';

/** A table of which a backup keeps the rows. */
export interface StoredTable {
  /** `schema.table`, quoted where SQL needs it. */
  readonly name: string;
  /** Quoted; without those that PostgreSQL computes. */
  readonly columns: readonly string[];
}

/**
 * All tables whose rows are kept: everything but the list of migrations and what the job queue makes by itself (its version,
 * statistics and partitions; kept are its queues and jobs). The key of the signed context is kept: what rests sealed under it
 * (signing keys, second factors) would be lost with it. Referenced tables come first in the queue's schema.
 */
export async function storedTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           array_agg(format('%I', a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'sec') and n.nspname not like 'pg\\_%'
      and (n.nspname <> 'jobs' or c.relname in ('queue', 'schedule', 'subscription', 'job'))
    group by 1
    union all select 'sec.context_key', array['id', 'ipad', 'opad']`);
  const rank = ({ name }: StoredTable): number => (name === 'jobs.queue' ? 0 : name === 'jobs.job' ? 2 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** A counter of the schema and where it stands. */
export interface StoredSequence {
  readonly name: string;
  /** Null when it was never used. A text: it may pass 2^53. */
  readonly last: string | null;
}

/** The counters of the same schemas. */
export async function storedSequences(client: pg.ClientBase): Promise<StoredSequence[]> {
  const { rows } = await client.query<StoredSequence>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where schemaname not in ('jobs', 'sec') and schemaname not like 'pg\\_%' order by 1`);
  return rows;
}
