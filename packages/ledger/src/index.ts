export { base64, base64url, concatBytes, readBase64, readBase64url, readUtf8, sameBytes, utf8 } from './bytes.ts';
export { sha256 } from '#primitives';
export { canonicalJson, readCanonicalJson } from './canonical-json.ts';
export type { CanonicalReading, Json, JsonObject } from './canonical-json.ts';
export { openCheckpoint, signCheckpoint } from './checkpoint.ts';
export type { Checkpoint } from './checkpoint.ts';
export { commit, describeFile, entryText, readEntry, SALT_LENGTH } from './entry.ts';
export type { Attachment, Entry } from './entry.ts';
export { exportEnd, exportEntry, exportHeader } from './export.ts';
export { appendLeaves, EMPTY_FRONTIER, rootOf } from './frontier.ts';
export type { Frontier, NodeId, TreeNode } from './frontier.ts';
export { inclusionPath } from './inclusion-path.ts';
export type { PathNode, PathStep } from './inclusion-path.ts';
export { formatVerifierKey, keyIdText, makeSigner, parseVerifierKey, verifySignature } from './keys.ts';
export type { Signer, VerifierKey } from './keys.ts';
export { EMPTY_ROOT, leafHash, nodeHash } from './merkle-hash.ts';
export type { Hash } from './merkle-hash.ts';
export { openNote, parseNote, signNote } from './note.ts';
export type { NoteSignature } from './note.ts';
export { consistencyNodes, consistencyProof, inclusionNodes, inclusionProof, rootHash, rootNodes } from './proofs.ts';
export type { ReadNode } from './proofs.ts';
export { writeReceipt } from './receipt.ts';
export type { ReceiptParts } from './receipt.ts';
export { recomputeLedger, startRecomputation } from './recompute.ts';
export type { Recomputation, RecomputationStart, StoredEntry } from './recompute.ts';
export { refuse } from './refusal.ts';
export type { Refusal, RefusalCode } from './refusal.ts';
export { isCount, isInstant, isName, isObject, readFields } from './strict-object.ts';
export {
  entryBundle,
  nodeFromTile,
  nodesOfTile,
  parseEntryBundle,
  parseTilePath,
  tileBytes,
  tileOfNode,
  tilePath,
  tileWidth,
} from './tiles.ts';
export type { Tile } from './tiles.ts';
export { startExportCheck, verifyExport } from './verify-export.ts';
export type { ExportCheck, ExportContext, ExportProof } from './verify-export.ts';
export { verifyConsistency, verifyInclusion } from './verify-proofs.ts';
export type { ConsistencyClaim, InclusionClaim } from './verify-proofs.ts';
export { verifyReceipt } from './verify-receipt.ts';
export type { ReceiptContext, ReceiptProof } from './verify-receipt.ts';
export { verifyCheckpointContinues } from './witness.ts';
export type { Succession } from './witness.ts';
