/** Files of real shape for the measurements: delivery schedules of an invented car maker, as many messages as asked for. */

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const dateOf = (n: number): string =>
  new Date(Date.UTC(2026, 10, 23) + n * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
// Always the same numbers, without a generator of random ones: two runs measure the same bytes.
const quantityOf = (item: number, n: number): number => 50 * (1 + ((item * 37 + n * 11) % 90));

/** Items of a message, days and weeks of an item: a middle-sized plant with a horizon of half a year. */
const ITEMS = 20;
const DAYS = 10;
const WEEKS = 20;

/** One DELFOR D.97A message. */
export function delfor(number: number): string {
  const lines = [
    `UNH+${number}+DELFOR:D:97A:UN`,
    `BGM+241+LAB${pad(number, 6)}+5`,
    'DTM+137:20261124:102',
    'DTM+158:20261123:102',
    'DTM+159:20270523:102',
    'NAD+BY+4012::92++KESTREL FAHRZEUGBAU',
    'NAD+SU+90077::92++MURNAU SITZTECHNIK',
    'GIS+37',
    'NAD+ST+W2::92++KESTREL WERK 2',
    'LOC+11+TOR 3',
  ];
  for (let item = 0; item < ITEMS; item++) {
    lines.push(
      `LIN+${item + 1}++7X0 ${pad(number % 1000, 3)} ${pad(item, 3)}:IN`,
      `PIA+1+M-${4711 + item}:SA+C:EC`,
      `RFF+ON:55000${pad(item, 5)}:10`,
      `QTY+70:${12_400 + item * 100}:PCE`,
      'DTM+51:20260101:102',
      'QTY+48:600:PCE',
      'DTM+50:20261119:102',
      `RFF+AAK:${88_000 + item}`,
      'DTM+171:20261118:102',
      'SCC+1++D',
    );
    for (let d = 0; d < DAYS; d++) lines.push(`QTY+113:${quantityOf(item, d)}:PCE`, `DTM+2:${dateOf(d + 1)}:102`);
    lines.push('SCC+4++W');
    for (let w = 0; w < WEEKS; w++)
      lines.push(`QTY+113:${quantityOf(item, w) * 5}:PCE`, `DTM+2:${dateOf(14 + w * 7)}:102`);
  }
  lines.push(`UNT+${lines.length + 1}+${number}`);
  return `${lines.join("'\n")}'\n`;
}

/** One 830 transaction set, version 004010. */
export function x830(number: number): string {
  const control = pad(number, 4);
  const lines = [
    `ST*830*${control}`,
    `BFR*05**R${pad(number, 6)}*DL*A*20261123*20270523*20261124`,
    'N1*MI*KESTREL FAHRZEUGBAU*92*4012',
    'N1*SU*MURNAU SITZTECHNIK*92*90077',
    'N1*ST*KESTREL WERK 2*92*W2',
    'REF*DK*TOR 3',
  ];
  for (let item = 0; item < ITEMS; item++) {
    lines.push(
      `LIN*${item + 1}*BP*7X0-${pad(number % 1000, 3)}-${pad(item, 3)}*VP*M-${4711 + item}*EC*C*PO*55000${pad(item, 5)}*PL*10`,
      'UIT*EA',
      `ATH*FI*20261206*${60_000 + item}**20260101`,
    );
    for (let d = 0; d < DAYS; d++) lines.push(`FST*${quantityOf(item, d)}*C*D*${dateOf(d + 1)}`);
    for (let w = 0; w < WEEKS; w++) lines.push(`FST*${quantityOf(item, w) * 5}*D*W*${dateOf(14 + w * 7)}`);
    lines.push(
      'SHP*01*600*050*20261119',
      `REF*SI*${88_000 + item}`,
      `SHP*02*${12_400 + item * 100}*051*20260101**20261119`,
    );
  }
  lines.push(`CTT*${ITEMS}`, `SE*${lines.length + 2}*${control}`);
  return `${lines.join('~\n')}~\n`;
}

/** One VDA 4905 transmission of records of 128 characters. */
export function vda4905(number: number): string {
  const records = [`51102040012   0090077  ${pad((number - 1) % 100_000, 5)}${pad(number % 100_000, 5)}261124260101`];
  let further = 0;
  for (let item = 0; item < ITEMS; item++) {
    const part = `7X0 ${pad(number % 1000, 3)} ${pad(item, 3)}`.padEnd(22);
    records.push(
      `51201021${pad(118, 9)}261124${pad(117, 9)}261117${part}${`M-${4711 + item}`.padEnd(22)}45009981    TOR 3DLZ4STL34S`,
    );
    const calls = Array.from({ length: DAYS }, (_, d) => `${dateOf(d + 1).slice(2)}${pad(quantityOf(item, d), 9)}`);
    calls.push(`555555${pad(0, 9)}`);
    for (let w = 0; w < WEEKS; w++) calls.push(`2700${pad(1 + w, 2)}${pad(quantityOf(item, w) * 5, 9)}`);
    records.push(
      `51301261119${pad(88_000 + item, 8)}261118${pad(600_000, 12)}${pad(12_400 + item * 100, 10)}${calls.splice(0, 5).join('')}`,
    );
    while (calls.length > 0) {
      records.push(`51401${calls.splice(0, 8).join('').padEnd(120, '0')}`);
      further++;
    }
  }
  const counts = [1, ITEMS, ITEMS, further, 0, 0, 1, 0].map((n) => pad(n, 7)).join('');
  records.push(`51902${counts}`);
  return records.map((record) => record.padEnd(128)).join('');
}

export type Family = 'edifact' | 'x12' | 'vda';

/** Pieces of a file of at least `size` bytes: header, messages in lots of about a megabyte, trailer. */
export function* pieces(family: Family, size: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const message = { edifact: delfor, x12: x830, vda: vda4905 }[family];
  let text = { edifact: "UNB+UNOC:3+KESTREL:ZZ+MURNAU:ZZ+261124:0615+00004711'\n", x12: isa(), vda: '' }[family];
  let written = 0;
  let messages = 0;
  for (; written < size; messages++) {
    text += message(messages + 1);
    if (text.length < 1 << 20) continue;
    written += text.length;
    yield encoder.encode(text);
    text = '';
  }
  const end = { edifact: `UNZ+${messages}+00004711'\n`, x12: `GE*${messages}*1~\nIEA*1*000000812~\n`, vda: '' }[family];
  yield encoder.encode(text + end);
}

function isa(): string {
  const id = (name: string): string => name.padEnd(15);
  return (
    `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${id('KESTREL')}*ZZ*${id('MURNAU')}*261124*0615*U*00401*000000812*0*P*>~\n` +
    'GS*PS*KESTREL*MURNAU*20261124*0615*1*X*004010~\n'
  );
}

/** A whole file in one piece. */
export function file(family: Family, size: number): Uint8Array {
  const all = [...pieces(family, size)];
  const bytes = new Uint8Array(all.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
