/** A delivery schedule as a test or the demo writes it down. */
export type AskedItem = {
  readonly item: string;
  /** Null leaves the received cumulative out. */
  readonly received?: number | null;
  readonly perPack?: number;
  readonly remark?: string;
  /** `day` as 2026-11-30 or `week` as 2026-W49; firm, production and so on by SCC. */
  readonly lines: readonly { readonly on: string; readonly quantity: number; readonly status?: 1 | 2 | 3 | 4 }[];
};

export type DelforWish = {
  readonly sender?: string;
  readonly recipient?: string;
  readonly reference: string;
  readonly document: string;
  /** Day of the document, 2026-11-24. */
  readonly day: string;
  readonly place?: string;
  readonly items: readonly AskedItem[];
};

/** DELFOR D.96A as a customer's computer writes it. */
export function aDelfor(wish: DelforWish): Buffer {
  const compact = (day: string): string => day.replaceAll('-', '');
  const period = (on: string): [string, string] =>
    on.includes('W') ? [`DTM+2:${on.replace('-W', '')}:616`, 'W'] : [`DTM+2:${compact(on)}:102`, 'D'];
  const items = wish.items.flatMap((item, index) => [
    `LIN+${index + 1}++${item.item}:IN`,
    ...(item.remark === undefined ? [] : [`FTX+AAI+++${escaped(item.remark)}`]),
    `RFF+ON:55000${index + 1}`,
    ...(item.received === null ? [] : [`QTY+70:${item.received ?? 0}:PCE`, 'DTM+51:20260101:102']),
    ...item.lines.flatMap(({ on, quantity, status = 1 }) => {
      const [date, frequency] = period(on);
      return [`QTY+113:${quantity}:PCE`, `SCC+${status}++${frequency}`, date];
    }),
    ...(item.perPack === undefined ? [] : ['PAC+1', `QTY+52:${item.perPack}:PCE`]),
  ]);
  const message = [
    'UNH+1+DELFOR:D:96A:UN',
    `BGM+241::10+${wish.document}+5`,
    `DTM+137:${compact(wish.day)}:102`,
    'NAD+BY+4012::92',
    'NAD+SU+90077::92',
    'UNS+D',
    `NAD+CN+${wish.place ?? 'P2'}::92++PLANT ${wish.place ?? '2'}`,
    ...items,
    'UNS+S',
  ];
  const segments = [
    `UNB+UNOC:3+${wish.sender ?? 'NORVIK'}:ZZ+${wish.recipient ?? 'MORVANE'}:ZZ+${compact(wish.day).slice(2)}:0615+${wish.reference}`,
    ...message,
    `UNT+${message.length + 1}+1`,
    `UNZ+1+${wish.reference}`,
  ];
  return Buffer.from(segments.map((s) => `${s}'\r\n`).join(''), 'latin1');
}

const escaped = (text: string): string => text.replaceAll(/[?+:']/g, (sign) => `?${sign}`);
