import { createHash } from 'node:crypto';
import { type CallOff, type Interchange, type Release, whens } from '@coprod/edi';
import type { ArrivedRelease } from './apply-release.ts';
import type { TableFileRead, TableHead } from './read-table-file.ts';

/** The releases and call-offs of an interchange, each with its place in the order of documents. */
export function releasesIn(
  read: Interchange,
  from: { readonly interchange: string; readonly controlReference: string; readonly receivedAt: Temporal.Instant },
): readonly ArrivedRelease[] {
  const { interchange, controlReference, receivedAt } = from;
  return read.messages.flatMap((message, index) => {
    if (message.value?.kind !== 'release' && message.value?.kind !== 'call-off') return [];
    const { value } = message;
    const dated = value.document.date ?? read.preparedAt;
    const day = dated === null ? receivedAt.toZonedDateTimeISO('UTC').toPlainDate().toString() : whens.startOf(dated);
    const document = value.document.number ?? value.document.release ?? controlReference;
    // Two documents of one number and one day: the sender's clock tells which is the later one, not ours.
    const prepared = read.preparedAt === null ? '' : whens.text(read.preparedAt);
    return [
      {
        interchange,
        message: index,
        messageType: `${message.type} ${message.directory}`.trim(),
        document,
        day,
        order: `${day} ${inOrder(document)} ${prepared}`,
        thread: threadOf(value),
        place: placeOf(value),
        content: value,
        receivedAt,
        digest: digestOf(value),
      },
    ];
  });
}

/** The one release that a table is. */
export function releaseOfTable(
  row: { readonly interchange_id: string; readonly received_at: Temporal.Instant },
  { reading, sheet }: Extract<TableFileRead, { readonly ok: true }>,
  { document, day }: TableHead,
): ArrivedRelease {
  const { value } = reading;
  return {
    interchange: row.interchange_id,
    message: 0,
    messageType: sheet.kind.toUpperCase(),
    document,
    day,
    order: `${day} ${inOrder(document)}`,
    thread: threadOf(value),
    place: placeOf(value),
    content: value,
    receivedAt: row.received_at,
    digest: digestOf(value),
  };
}

const digestOf = (value: Release | CallOff): Buffer => createHash('sha256').update(JSON.stringify(value)).digest();

/** Digits compare as numbers, so that 9 comes before 10; other numbers as text. */
const inOrder = (document: string): string => document.replaceAll(/\d+/g, (digits) => digits.padStart(20, '0'));

/** Releases replace each other within one plant: the place of delivery where all items share one, else the customer's own. */
function threadOf(value: Release | CallOff): string {
  const places = new Set(value.items.map((item) => item.shipTo?.id ?? ''));
  return [value.kind, value.customer?.id ?? '', places.size === 1 ? [...places][0] : ''].join(' ');
}

function placeOf(value: Release | CallOff): string | null {
  const names = new Set(value.items.map((item) => item.shipTo?.name ?? item.shipTo?.id ?? null));
  return names.size === 1 ? [...names][0]! : (value.customer?.name ?? null);
}
