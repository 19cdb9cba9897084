import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { type ExportProof, type ReceiptProof, type Refusal, startExportCheck, verifyReceipt } from '@coprod/ledger';
import { type PresentationProof, verifyPresentation } from '@coprod/disclosure';

/** What a file turned out to be and to prove. */
export type Finding =
  | { readonly kind: 'receipt'; readonly path: string; readonly proof: ReceiptProof | Refusal }
  | { readonly kind: 'ledger'; readonly path: string; readonly proof: ExportProof | Refusal }
  | { readonly kind: 'document'; readonly path: string; readonly proof: PresentationProof | Refusal }
  /** Any other file: `by` is the receipt that vouches for it, byte for byte. */
  | { readonly kind: 'file'; readonly path: string; readonly by: string | undefined };

/** What the reader holds beside the files. */
export interface VerifyContext {
  /** Keys that he trusts, as texts; none: each file speaks with its own. */
  readonly keys: readonly string[];
  /** A checkpoint that he has kept, as a note. */
  readonly kept?: string;
}

/**
 * Checks files offline: receipts, exports of a ledger (read as a stream: they may be larger than memory), handed-over documents,
 * and any other files against the receipts among them. The formats stand in docs/formats.
 */
export async function verifyFiles(paths: readonly string[], context: VerifyContext): Promise<readonly Finding[]> {
  const kinds = await Promise.all(paths.map(async (path) => ({ path, kind: await kindOf(path) })));
  const receipts = await Promise.all(
    kinds.filter(({ kind }) => kind === 'receipt').map(async ({ path }) => ({ path, bytes: await readFile(path) })),
  );
  const trusted = context.keys.length > 0 ? { trustedKeys: context.keys } : {};
  const findings: Finding[] = [];
  for (const { path, kind } of kinds) {
    switch (kind) {
      case 'receipt':
        findings.push({ kind, path, proof: verifyReceipt(await readFile(path), trusted) });
        break;
      case 'ledger':
        findings.push({ kind, path, proof: await verifyLedger(path, context) });
        break;
      case 'document':
        findings.push({ kind, path, proof: verifyDocument(await readFile(path, 'utf8'), context.keys) });
        break;
      case 'file': {
        const bytes = await readFile(path);
        const by = receipts.find((one) => verifyReceipt(one.bytes, { ...trusted, files: [bytes] }).ok);
        findings.push({ kind, path, by: by?.path });
        break;
      }
    }
  }
  return findings;
}

/** By the first bytes. What is damaged there is judged as another file, for which no receipt vouches. */
async function kindOf(path: string): Promise<Finding['kind']> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const start = buffer.toString('latin1', 0, bytesRead);
    const firstLine = start.split('\n', 1)[0]!;
    if (firstLine.includes('"format":"coprod ledger ') && firstLine.length < bytesRead) return 'ledger';
    if (/^[\w-]+\.[\w-]+\.[\w-]+~/.test(start)) return 'document';
    return start.startsWith('{') && start.includes('"checkpoint":"') ? 'receipt' : 'file';
  } finally {
    await handle.close();
  }
}

async function verifyLedger(path: string, { keys, kept }: VerifyContext): Promise<ExportProof | Refusal> {
  const check = startExportCheck({
    ...(keys.length > 0 ? { trustedKeys: keys } : {}),
    ...(kept === undefined ? {} : { kept }),
  });
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    const refusal = check.push(bytes);
    if (refusal !== null) return refusal;
  }
  return check.end();
}

/** A document does not carry the key that signed it: the reader must bring it. */
function verifyDocument(text: string, keys: readonly string[]): PresentationProof | Refusal {
  const tried = keys.map((key) => verifyPresentation(text.trimEnd(), key));
  const refused: Refusal = {
    ok: false,
    code: 'untrusted-key',
    where: 'key',
    why: 'give the key of the organization with --key',
  };
  return tried.find((one) => one.ok) ?? tried[0] ?? refused;
}
