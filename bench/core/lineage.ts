import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { aHouse } from '@coprod/server/testing/a-house';

/**
 * How long a page asks: lineage of a block, the rule page and the lists, over HTTP from a running server, one after the other.
 *
 *     node bench/core/lineage.ts [rules] [interventions]     default 10,000 rules (1,000,000 block versions) and 100,000
 *
 * Prints p50, p95 and worst in milliseconds of 300 questions each.
 */
const rules = Number(process.argv[2] ?? 10_000);
const words = Number(process.argv[3] ?? 100_000);
const questions = 300;

const house = await aHouse({ name: 'Large' });
try {
  const { owner } = house.database;
  const script = await readFile(join(import.meta.dirname, 'fill.sql'), 'utf8');
  const names = {
    org: `'${house.organization}'::uuid`,
    member: `'${house.founder.membership}'::uuid`,
    rules: String(rules),
    words: String(words),
  };
  const filled = script.replace(/\$(org|member|rules|words)\b/g, (_, name: keyof typeof names) => names[name]);
  const began = performance.now();
  const client = await owner.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('core', 'access') and c.relkind = 'r'`,
  );
  // The owner is held by FORCE as everybody; a bulk load lifts it for the moment (design, section 4).
  for (const { name } of tables) await client.query(`alter table ${name} no force row level security`);
  await client.query(filled);
  for (const { name } of tables) await client.query(`alter table ${name} force row level security`);
  client.release();
  const { rows: counted } = await owner.query<{ n: string }>(
    `select reltuples::bigint::text as n from pg_class where oid = 'core.block_version'::regclass`,
  );
  console.log(
    `${rules} rules, about ${counted[0]!.n} block versions, ${words} interventions; filled in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );

  const idOf = (text: string): string => {
    const md5 = createHash('md5').update(text).digest('hex');
    // The same UUID (version 8, RFC 9562) as fill.sql makes of a name.
    const hex = `${md5.slice(0, 12)}8${md5.slice(13, 16)}8${md5.slice(17)}`;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
  const some = (below: number, turn: number): number => 1 + ((turn * 7919) % below);
  await ask('lineage of a block', (turn) => {
    const rule = some(rules, turn);
    return `/rules/${idOf(`rule${rule}`)}/versions/5/blocks/${idOf(`block${rule}/${some(20, turn)}`)}/lineage`;
  });
  await ask(
    'an intervention and what became of it',
    (turn) => `/interventions/${idOf(`intervention${some(words, turn)}`)}`,
  );
  await ask('rule page', (turn) => `/rules/${idOf(`rule${some(rules, turn)}`)}`);
  await ask('list of rules', (turn) => (turn % 2 === 0 ? '/rules' : '/rules?kind=service&sort=review'));
  await walk('list of interventions, page by page', '/interventions?limit=100');
  await walk('list of proposals, page by page', '/proposals?limit=100');
  await ask('for me', () => '/waiting');
  await ask('done today', () => '/done');
  await ask('search', (turn) => `/search?q=paragraph%20${turn}`);
} finally {
  await house.close();
}

async function ask(name: string, path: (turn: number) => string): Promise<void> {
  const times: number[] = [];
  for (let turn = -20; turn < questions; turn += 1) {
    const began = performance.now();
    const answer = await house.founder.get(path(Math.abs(turn)));
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (turn >= 0) times.push(performance.now() - began);
  }
  report(name, times);
}

async function walk(name: string, path: string): Promise<void> {
  const times: number[] = [];
  let next: string | null = null;
  for (let turn = 0; turn < questions; turn += 1) {
    const began = performance.now();
    const answer = await house.founder.get(next === null ? path : `${path}&after=${next}`);
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`);
    times.push(performance.now() - began);
    next = answer.body.next;
    if (next === null) break;
  }
  report(name, times);
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  console.log(`${name.padEnd(42)} p50 ${at(0.5)}  p95 ${at(0.95)}  worst ${at(1)} ms  (${times.length})`);
}
