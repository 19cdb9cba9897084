/**
 * Application senders (GS02) of the groups of an X12 interchange: who sends through a mailbox that several share. Of other families
 * none. The places of ISA are fixed: element separator at byte 4, terminator at byte 106.
 */
export function groupSenders(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = text.subarray(0, 64).indexOf('ISA');
  if (start < 0) return [];
  const separator = text[start + 3];
  const terminator = text[start + 105];
  if (separator === undefined || terminator === undefined) return [];
  const found = new Set<string>();
  const head = Buffer.from([0x47, 0x53, separator]);
  for (let at = text.indexOf(head, start); at >= 0; at = text.indexOf(head, at + 3)) {
    if (!opensSegment(text, at, terminator)) continue;
    const end = text.indexOf(terminator, at);
    const elements = text
      .subarray(at, end < 0 ? text.length : end)
      .toString('latin1')
      .split(String.fromCharCode(separator));
    found.add(elements[2]?.trim() ?? '');
  }
  return [...found];
}

/** Only blanks and line ends may stand between the terminator before and the tag. */
function opensSegment(text: Buffer, at: number, terminator: number): boolean {
  let before = at - 1;
  while (
    before >= 0 &&
    (text[before] === 0x0a || text[before] === 0x0d || text[before] === 0x20) &&
    text[before] !== terminator
  )
    before--;
  return text[before] === terminator;
}
