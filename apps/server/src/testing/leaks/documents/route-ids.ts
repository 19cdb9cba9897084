import pg from 'pg';
import type { DeclaredRoute } from '../../../access/routes.ts';
import { quoted } from '../plant-rows.ts';

/** Values for what stands in a path, without `organization`. */
export type Filled = Readonly<Record<string, string>>;

/** What a path calls otherwise than its table does. */
const otherNames: Readonly<Record<string, string>> = {
  key: 'api_key',
  offer: 'reply',
  capture: 'expectation',
};
/** By the names in a path or by the path: ids that only together name something, or of which not all need be asked for. */
const together: Readonly<Record<string, string>> = {
  'rule version': 'select rule_id as rule, version::text from core.rule_version',
  'rule version with': `select rule_id as rule, version::text, '1' as with from core.rule_version where version > 1`,
  'rule version block': `select distinct on (block_id) rule_id as rule, version::text, block_id as block
    from core.block_version order by block_id, version desc`,
  'rule version name': 'select rule_id as rule, version::text, name from core.parameter_version',
  answer: 'select answer_id as answer from voice.answer',
  'proposal name': `select proposal_id as proposal, name from core.draft_parameter`,
  // One of each kind for each customer: they are many and alike.
  entry: `select distinct on (kind, customer_id) entry_id as entry from core.ledger_entry order by kind, customer_id, written_at desc`,
  kind: `select * from (values ('procedure'), ('service'), ('planning')) as kinds (kind)`,
  '/files/:file/bytes': 'select file_id as file from planning.file',
  sheet: `select distinct sheet from planning.plant_row`,
  'plan with': `select a.plan_id as plan, b.plan_id as with from planning.plan a
    join planning.plan b on b.organization_id = a.organization_id and b.number > a.number`,
  'plan demand': `select plan_id as plan, 'nothing' as demand from planning.plan`,
  '*': `select * from (values ('0/000.p/1'), ('entries/000.p/1')) as tiles ("*")`,
};

/** Every real thing that a route can be asked for: as many fillings of its path as there are rows. */
export async function fillingsOf(owner: pg.Pool, { path }: Pick<DeclaredRoute, 'path'>): Promise<readonly Filled[]> {
  const names = [...path.matchAll(/:(\w+)|(\*)$/g)]
    .map(([, name, star]) => name ?? star!)
    .filter((name) => name !== 'organization' && name !== 'token');
  if (names.length === 0) return [{}];
  const query =
    together[path.replace(/^\/organizations\/:organization/, '')] ??
    together[names.join(' ')] ??
    (names.length === 1 ? await tableOf(owner, names[0]!) : await tableOfAll(owner, names));
  if (query === undefined) throw new Error(`Say in route-ids.ts what ${path} is asked for.`);
  return (await owner.query<Filled>(query)).rows;
}

/** All ids of the table whose key is the organization and the id that the path calls by this name. */
async function tableOf(owner: pg.Pool, name: string): Promise<string | undefined> {
  const column = `${otherNames[name] ?? name}_id`;
  const { rows } = await owner.query<{ table: string }>(
    `select k.conrelid::regclass::text as table from pg_constraint k
     where k.contype = 'p' and (select array_agg(a.attname::text order by a.attname) from pg_attribute a
       where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) = (select array_agg(c order by c) from unnest($1::text[]) c)
     order by 1 limit 1`,
    [['organization_id', column]],
  );
  const [found] = rows;
  return found === undefined
    ? undefined
    : `select ${column} as ${pg.escapeIdentifier(name)} from ${quoted(found.table)} order by 1`;
}

/** All pairs of ids that stand side by side in the narrowest table that has both: a photo and its expectation. */
async function tableOfAll(owner: pg.Pool, names: readonly string[]): Promise<string | undefined> {
  const columns = names.map((name) => `${otherNames[name] ?? name}_id`);
  const { rows } = await owner.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c
     where c.relkind = 'r' and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname = any ($1)) = $2
     order by c.relnatts, 1 limit 1`,
    [columns, columns.length],
  );
  const [found] = rows;
  if (found === undefined) return undefined;
  const asked = columns.map((column, n) => `${column} as ${pg.escapeIdentifier(names[n]!)}`);
  const whole = columns.map((column) => `${column} is not null`);
  return `select distinct ${asked.join(', ')} from ${quoted(found.table)} where ${whole.join(' and ')}`;
}
