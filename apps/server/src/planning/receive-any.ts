import { detect } from '@coprod/edi';
import { readSheet } from './read-sheet.ts';
import { type ArrivedFile, type ReceivedFile, type Receiver, receiveFile } from './receive-file.ts';
import { receiveTable } from './receive-table.ts';
import { isHeadedAlike } from './table-mapping.ts';
import { type KeptMapping, listMappings } from './table-store.ts';

/**
 * Takes in what comes without a word about it: EDI by its content, or a table that has the headings of one customer's mapping. A table
 * that fits the mappings of two customers is nobody's until a planner says whose it is.
 */
export async function receiveAny(
  receiver: Receiver & { readonly organization: { readonly timeZone?: string } },
  file: ArrivedFile,
): Promise<ReceivedFile> {
  if (detect(file.bytes) !== null) return receiveFile(receiver, file);
  const mapping = await mappingOf(receiver, file.bytes);
  if (mapping === undefined) return receiveFile(receiver, file);
  const day = receiver
    .now()
    .toZonedDateTimeISO(receiver.organization.timeZone ?? 'UTC')
    .toPlainDate();
  const received = await receiveTable(receiver, file, { mapping, sheet: null, document: documentOf(file.name), day });
  return 'file' in received ? received : receiveFile(receiver, file);
}

/** The one mapping in use whose headings stand where they were pointed at. */
async function mappingOf(receiver: Receiver, bytes: Uint8Array): Promise<KeptMapping | undefined> {
  const all = await receiver.transaction((tx) => listMappings(tx, receiver.organization.id));
  if (all.length === 0) return undefined;
  const sheet = await readSheet(bytes, '.');
  if (!sheet.ok) return undefined;
  const fitting = all.filter(({ mapping, headings }) => isHeadedAlike(sheet.value.rows, mapping, headings));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A table has no number of its own: its file has a name. */
export const documentOf = (name: string): string => name.replace(/\.(csv|txt|xlsx)$/i, '').slice(0, 100) || 'table';
