import { type Interchange, type Meaning, type Message, whens } from '@coprod/edi';
import type { CommandCall } from '../command.ts';
import { readFiles } from './read-files.ts';

/** Prints what the files mean, as a planner would read it; with `--json` as the typed values. @returns 1 when a file is not whole */
export async function show({ names, options, language, say }: CommandCall): Promise<number> {
  let whole = true;
  for (const { path, reading } of await readFiles(names.slice(1), options['profile'])) {
    whole &&= reading.ok;
    if (options['json'] === true) say(both(JSON.stringify({ path, ...reading })));
    else {
      say(both(path));
      for (const interchange of reading.interchanges)
        for (const line of linesOf(interchange, language)) say(both(line));
      if (!reading.ok)
        say({
          en: '  Not whole: `coprod edi check` says where.',
          fr: '  Incomplet : `coprod edi check` dit où.',
        });
    }
  }
  return whole ? 0 : 1;
}

type Language = 'en' | 'fr';
const both = (text: string) => ({ en: text, fr: text });

function linesOf(interchange: Interchange, language: Language): string[] {
  const { sender, recipient, controlReference, preparedAt, family, syntax, test } = interchange;
  const when = preparedAt === null ? '' : `  ${whens.text(preparedAt)}`;
  const heading = `  ${family} ${syntax}  ${sender.id} > ${recipient.id}  ${controlReference}${when}${test ? '  test' : ''}`;
  return [heading, ...interchange.messages.flatMap((message) => messageLines(message, language))];
}

const messageLines = (message: Message, language: Language): string[] => [
  `  ${message.type} ${message.directory} ${message.reference}`,
  ...(message.value === null
    ? [{ en: '    not read', fr: '    non lu' }[language]]
    : meaningLines(message.value, language)),
];

/** The lines of a message: its heading, then one per item and one per line of its schedule. */
function meaningLines(value: Meaning, language: Language): string[] {
  switch (value.kind) {
    case 'release':
    case 'call-off':
      return [
        `    ${[value.document.number, dateOf(value.document.date), value.customer?.name ?? value.customer?.id].filter(Boolean).join('  ')}`,
        ...value.items.flatMap((item) => [
          `    ${[item.customerItem, item.supplierItem, item.description, item.shipTo?.id, item.unloadingPoint].filter(Boolean).join('  ')}`,
          ...item.cumulatives.map(
            (c) => `      ${c.kind.padEnd(12)} ${c.quantity.amount.padStart(12)}  ${dateOf(c.since)}`,
          ),
          ...item.receipts.map((r) => `      ${r.kind.padEnd(12)} ${r.quantity.amount.padStart(12)}  ${r.note ?? ''}`),
          ...item.schedule.map((line) =>
            `      ${line.kind.padEnd(12)} ${(line.quantity ?? '').padStart(12)}  ${dateOf(line.when).padEnd(22)} ${line.cumulative === null ? '' : `= ${line.cumulative}`}`.trimEnd(),
          ),
        ]),
      ];
    case 'despatch-advice':
      return [
        `    ${[value.document.number, dateOf(value.despatchedAt), value.customer?.id, value.shipTo?.id].filter(Boolean).join('  ')}`,
        ...value.items.map(
          (item) =>
            `    ${[item.customerItem, item.quantity?.amount, item.quantity?.unit, item.cumulative].filter(Boolean).join('  ')}`,
        ),
      ];
    case 'receipt-advice':
    case 'inventory-report':
      return [
        `    ${[value.document.number, dateOf(value.document.date)].filter(Boolean).join('  ')}`,
        ...value.items.map((item) => `    ${[item.customerItem, item.supplierItem].filter(Boolean).join('  ')}`),
      ];
    case 'acknowledgement':
      return [
        `    ${[value.level, value.verdict, value.interchange?.reference ?? value.document].filter(Boolean).join('  ')}`,
        ...value.messages.map((m) => `    ${m.type} ${m.reference}  ${m.verdict}`),
        ...value.remarks.map((remark) => `    ${{ en: `“${remark}”`, fr: `« ${remark} »` }[language]}`),
      ];
  }
}

const dateOf = (when: Parameters<typeof whens.text>[0] | null): string => (when === null ? '' : whens.text(when));
