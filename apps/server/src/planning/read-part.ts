import {
  type Family,
  type Finding,
  type Profile,
  basicProfile,
  readEnvelope,
  readInterchanges,
  type Envelope,
} from '@coprod/edi';

/** By what an interchange is known: its sender's identification and the sender's own number for it. */
export type Signed = { readonly sender: string; readonly qualifier: string; readonly controlReference: string };

export type ReadPart =
  | { readonly kind: 'read'; readonly family: Family; readonly signed: Signed; readonly test: boolean }
  | {
      readonly kind: 'refused';
      /** Its place is counted from the beginning of the part. */
      readonly finding: Finding;
      readonly family: Family | null;
      /** Null where not even the header could be read. */
      readonly signed: Signed | null;
    };

/**
 * Reads one part of a file far enough to know whether all of it can be applied; else the first finding that forbids it.
 * @param unread why it was not to be read at all, where that is known from the file
 * @param profileOf how its sender's files are read
 */
export function readPart(
  bytes: Uint8Array,
  unread: Finding | null,
  profileOf: (signed: Signed) => Profile = () => basicProfile,
): ReadPart {
  if (unread !== null)
    return {
      kind: 'refused',
      finding: { ...unread, place: { ...unread.place, byte: 0 } },
      family: null,
      signed: null,
    };
  const envelope = readEnvelope(bytes);
  const reading = readInterchanges(bytes, {
    profile: envelope.ok ? profileOf(signedBy(envelope.value)) : basicProfile,
  });
  const [interchange] = reading.interchanges;
  const signed = interchange === undefined ? null : signedBy(interchange);
  if (reading.ok && signed !== null)
    return { kind: 'read', family: interchange!.family, signed, test: interchange!.test };
  const findings = [
    ...reading.findings,
    ...reading.interchanges.flatMap((i) => [...i.findings, ...i.messages.flatMap((m) => m.findings)]),
  ];
  const finding = findings.find((f) => f.severity === 'error');
  if (finding === undefined) throw new Error('a reading that is not ok names no error');
  return { kind: 'refused', finding, family: interchange?.family ?? null, signed };
}

const signedBy = ({ sender, controlReference }: Envelope): Signed => ({
  sender: sender.id,
  qualifier: sender.qualifier ?? '',
  controlReference,
});
