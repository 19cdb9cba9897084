import { createHash } from 'node:crypto';
import type { Finding } from '@coprod/edi';
import { announce } from '../core/live.ts';
import { newId } from '../platform/ids.ts';
import type { Refused } from '../platform/result.ts';
import { json } from '../platform/values.ts';
import {
  findFile,
  insertFile,
  insertInterchange,
  insertPart,
  lockReception,
  partsOf,
  readAgain,
} from './interchange-store.ts';
import { readTableFile, refuseSheet } from './read-table-file.ts';
import { type ArrivedFile, type ReceivedFile, type Receiver, admit } from './receive-file.ts';
import { type KeptMapping, setReading } from './table-store.ts';

/** How a table is to be read. */
export type TableWish = {
  readonly mapping: KeptMapping;
  readonly sheet: string | null;
  readonly document: string;
  readonly day: Temporal.PlainDate;
};

/**
 * Takes a table in as one interchange of its customer, exactly once: durable before it returns, its bytes as they came, and by which
 * mapping it is read for ever. A table with an error in it is kept and not applied; sent again by another mapping, it is read anew.
 * @refuses no-table, table-too-large, table-encrypted
 */
export async function receiveTable(
  receiver: Receiver,
  file: ArrivedFile,
  wish: TableWish,
): Promise<ReceivedFile | Refused> {
  const { mapping, document, day, sheet } = wish;
  const head = { document, day: day.toString(), customer: mapping.customer };
  const read = await readTableFile(file.bytes, mapping.mapping, head, sheet);
  if (!read.ok) return refuseSheet(read.why);
  const error: Finding | undefined = read.reading.findings.find((f) => f.severity === 'error');
  const sha256 = createHash('sha256').update(file.bytes).digest();
  const organization = receiver.organization.id;
  return receiver.transaction(async (tx) => {
    await lockReception(tx, organization);
    const known = await findFile(tx, organization, sha256);
    const row = known ?? { file_id: newId(), received_at: receiver.now() };
    const before = known === undefined ? [] : await partsOf(tx, organization, row.file_id);
    const answer = async (): Promise<ReceivedFile> => ({
      file: row.file_id,
      receivedAt: row.received_at,
      interchanges: await partsOf(tx, organization, row.file_id),
    });
    // What was taken in has its one effect. What could not be read has had none: it may be read now.
    if (before.length > 1 || (before[0] !== undefined && before[0].state !== 'unreadable')) return answer();
    const interchange = before[0]?.interchange_id ?? newId();
    const found = {
      family: 'table',
      control_reference: document,
      customer_id: mapping.customerId,
      state: error === undefined ? ('received' as const) : ('unreadable' as const),
      finding: error === undefined ? null : json(error),
    };
    if (known === undefined) {
      const place = { file_id: row.file_id, part: 0, sha256, received_at: row.received_at };
      const { bytes, name, cameBy } = file;
      const fileRow = { ...row, organization_id: organization, sha256, bytes, name, came_by: cameBy, parts: 1 };
      await insertFile(tx, { ...fileRow, received_by: receiver.membership });
      const span = { from_byte: 0, to_byte: bytes.length, interchange_id: interchange };
      await insertInterchange(tx, { ...place, ...span, ...found, organization_id: organization });
      await insertPart(tx, {
        organization_id: organization,
        file_id: row.file_id,
        part: 0,
        interchange_id: interchange,
      });
    } else await readAgain(tx, organization, interchange, found);
    await setReading(tx, {
      organization_id: organization,
      interchange_id: interchange,
      mapping_id: mapping.id,
      sheet: read.sheet.sheet,
      document,
      document_day: day,
    });
    if (error !== undefined)
      await announce(tx, { organization, subject: { kind: 'interchange', id: interchange }, customer: null });
    else
      await admit(tx, receiver, {
        interchange,
        customer: mapping.customerId,
        quarantined: false,
        sender: mapping.customer,
        controlReference: document,
        name: file.name,
        bytes: file.bytes,
      });
    return answer();
  });
}
