import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RenderOptions, toBuffer } from 'bwip-js/node';
// oxlint-disable-next-line import/no-named-as-default -- the package's only export at run time is its default
import PDFDocument from 'pdfkit';
import type { Language } from '../../platform/language.ts';

export type Label = {
  readonly shipFrom: string;
  readonly shipTo: string;
  readonly unloadingPoint: string | null;
  readonly note: string;
  readonly item: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly unit: string | null;
  readonly sscc: string;
};

// pdfkit's own fonts know Latin-1 only.
const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const regular = join(fonts, 'DejaVuSans.ttf');
const bold = join(fonts, 'DejaVuSans-Bold.ttf');

/** A5 across, in points: the size of the Global Transport Label (Odette LR03, 210 x 148 mm). */
const width = 595;
const height = 420;
const margin = 14;

/**
 * One Global Transport Label a page: who, to whom, what, how many, in letters that are read from a fork-lift; the container's code as
 * GS1-128 and all of it once more as PDF417 (ISO/IEC 15434, format 06 with the data identifiers of ANSI MH10.8.2).
 * Same input, same bytes but for the day of making.
 */
export async function labelPdf(
  labels: readonly Label[],
  language: Language,
  madeAt: Temporal.Instant,
): Promise<Buffer> {
  const words = texts[language];
  const pdf = new PDFDocument({
    size: [width, height],
    margin,
    autoFirstPage: false,
    font: regular,
    lang: language,
    info: { Title: `${words.note} ${labels[0]?.note ?? ''}`, CreationDate: new Date(madeAt.epochMilliseconds) },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  for (const label of labels) {
    pdf.addPage();
    const field = (name: string, value: string, x: number, y: number, w: number, h: number, size: number): void => {
      pdf.lineWidth(0.8).rect(x, y, w, h).stroke('#000');
      pdf
        .font(regular)
        .fontSize(7)
        .fillColor('#000')
        .text(name, x + 4, y + 3, { width: w - 8, lineBreak: false });
      pdf
        .font(bold)
        .fontSize(fitting(pdf, value, w - 10, size))
        .text(value, x + 5, y + 13, { width: w - 10, height: h - 14, ellipsis: true });
    };
    const inner = width - 2 * margin;
    const half = inner / 2;
    field(words.from, label.shipFrom, margin, 14, half, 52, 12);
    field(words.to, label.shipTo, margin + half, 14, half, 52, 16);
    field(words.unloading, label.unloadingPoint ?? '–', margin + half, 66, half / 2, 46, 22);
    field(words.note, label.note, margin + half * 1.5, 66, half / 2, 46, 16);
    field(words.description, label.description ?? '–', margin, 66, half, 46, 14);
    field(words.item, label.item, margin, 112, inner * 0.66, 66, 38);
    const quantity = `${new Intl.NumberFormat(language).format(label.quantity)} ${label.unit ?? ''}`.trim();
    field(words.quantity, quantity, margin + inner * 0.66, 112, inner * 0.34, 66, 32);
    pdf.lineWidth(0.8).rect(margin, 178, inner, 228).stroke('#000');
    pdf
      .font(regular)
      .fontSize(7)
      .text(words.sscc, margin + 4, 181);
    const linear = await picture({
      bcid: 'gs1-128',
      text: `(00)${label.sscc}`,
      scale: 3,
      height: 26,
      includetext: false,
    });
    pdf.image(linear, margin + 16, 196, { width: inner - 32, height: 84 });
    pdf
      .font(bold)
      .fontSize(20)
      .text(`(00) ${spaced(label.sscc)}`, margin + 16, 286, { lineBreak: false });
    const matrix = await picture({ bcid: 'pdf417', text: message(label), scale: 3 });
    pdf.image(matrix, margin + 16, 318, { fit: [inner - 32, 80] });
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

const picture = (options: RenderOptions): Promise<Buffer> => toBuffer(options);

/** ISO/IEC 15434: `[)>` RS `06` GS fields RS EOT. J licence plate, P customer's item, Q quantity, 2K delivery note. */
export function message(label: Label): string {
  const [rs, gs, eot] = ['\u001E', '\u001D', '\u0004'];
  const fields = [`J${label.sscc}`, `P${label.item}`, `Q${label.quantity}`, `2K${label.note}`].map((one) => gs + one);
  return `[)>${rs}06${fields.join('')}${rs}${eot}`;
}

const spaced = (code: string): string => `${code[0]} ${code.slice(1, 8)} ${code.slice(8, 17)} ${code[17]}`;

/** The largest size up to `most` in which a line fits. */
function fitting(pdf: typeof PDFDocument.prototype, value: string, room: number, most: number): number {
  let size = most;
  pdf.font(bold);
  while (size > 7 && pdf.fontSize(size).widthOfString(value) > room) size -= 1;
  return size;
}

const texts = {
  en: {
    from: 'Ship from',
    to: 'Ship to',
    unloading: 'Unloading point',
    note: 'Delivery note',
    item: 'Customer’s item',
    description: 'Description',
    quantity: 'Quantity',
    sscc: 'SSCC',
  },
  fr: {
    from: 'Expéditeur',
    to: 'Destinataire',
    unloading: 'Point de déchargement',
    note: 'Bordereau',
    item: 'Article du client',
    description: 'Désignation',
    quantity: 'Quantité',
    sscc: 'SSCC',
  },
} as const;
