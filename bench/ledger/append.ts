/**
 * What appending costs beside the hashing that it cannot avoid: a tree of n leaves needs n leaf hashes and n - 1 node hashes
 * (RFC 9162, 2.1.1), here against node:crypto called bare on inputs of the same lengths. In turns, in one process; best of three.
 *
 *   node bench/ledger/append.ts [leaves]
 */
import { hash } from 'node:crypto';
import { appendLeaves, EMPTY_FRONTIER, leafHash, rootOf } from '@coprod/ledger';

const LEAVES = Number(process.argv[2] ?? 1_000_000);
const BATCH = 1_000;

const commitments = Array.from({ length: BATCH }, (_, at) => new Uint8Array(hash('sha256', `${at}`, 'buffer')));
const rounds = [1, 2, 3].map(() => ({ bare: seconds(bare), append: seconds(append) }));
const [bareTime, appendTime] = [
  Math.min(...rounds.map((round) => round.bare)),
  Math.min(...rounds.map((round) => round.append)),
];

for (const { bare, append } of rounds) console.log(`bare hashing ${bare.toFixed(2)} s, append ${append.toFixed(2)} s`);
console.log(
  `${LEAVES.toLocaleString('en')} leaves: append / bare hashing = ${(appendTime / bareTime).toFixed(2)} ` +
    `(${Math.round(LEAVES / appendTime).toLocaleString('en')} leaves a second)`,
);
if (appendTime > 2 * bareTime) {
  console.error('more than twice the bare hashing');
  process.exitCode = 1;
}

function bare(): void {
  const leaf = new Uint8Array(33);
  const node = new Uint8Array(65);
  for (let at = 0; at < LEAVES; at++) {
    hash('sha256', leaf, 'buffer');
    if (at > 0) hash('sha256', node, 'buffer');
  }
}

/** As the sequencer does it: batches of commitments, hashed to leaves, appended to the frontier of the batch before. */
function append(): void {
  let frontier = EMPTY_FRONTIER;
  let nodes = 0;
  while (frontier.size < LEAVES) {
    const batch = commitments.slice(0, Math.min(BATCH, LEAVES - frontier.size));
    const appended = appendLeaves(
      frontier,
      batch.map((commitment) => leafHash(commitment)),
    );
    frontier = appended.frontier;
    nodes += appended.nodes.length;
  }
  if (rootOf(frontier).length !== 32 || nodes < LEAVES) throw new Error('the tree is not what it should be');
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
