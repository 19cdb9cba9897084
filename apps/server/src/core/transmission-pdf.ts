import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
// oxlint-disable-next-line import/no-named-as-default -- the package's only export at run time is its default
import PDFDocument from 'pdfkit';
import type { Language } from '../platform/language.ts';
import type { Run } from './block.ts';
import type { VisibleBlock, VisibleDocument } from './transmission-document.ts';

/** Pictures by file id, as bytes that pdfkit reads (PNG, JPEG); others are named by their alternative text. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

// DejaVu has every letter of the languages of Europe, Greek and the arrows and signs of technical texts; the fonts that pdfkit brings
// know Latin-1 only.
const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const regular = join(fonts, 'DejaVuSans.ttf');
const bold = join(fonts, 'DejaVuSans-Bold.ttf');
const italic = join(fonts, 'DejaVuSans-Oblique.ttf');
const mono = join(fonts, 'DejaVuSansMono.ttf');
const size = 10;

/**
 * The document on A4, as one customer reads it. A hole has one size whatever it hides. Same input, same bytes: no clock of its own.
 * @param language in which holes and the foot are worded; the text stays in its own
 */
export function transmissionPdf(
  document: VisibleDocument,
  pictures: Pictures,
  language: Language,
  madeAt: Temporal.Instant,
): Promise<Buffer> {
  const words = texts[language];
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 60, bottom: 60, left: 62, right: 62 },
    lang: language,
    font: regular,
    bufferPages: true,
    info: {
      Title: `${document.label} v${document.version} ${document.title}`,
      Author: document.organization,
      CreationDate: new Date(madeAt.epochMilliseconds),
    },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });

  pdf.font(regular).fontSize(9).fillColor('#5b646d');
  pdf.text(`${document.organization} · ${document.label} v${document.version} · ${words.for(document.customer)}`);
  pdf.moveDown(0.6).font(bold).fontSize(18).fillColor('#1a1f24').text(document.title).moveDown(0.8);
  for (const block of document.blocks) writeBlock(pdf, block, pictures, words);

  const pages = pdf.bufferedPageRange();
  for (let index = 0; index < pages.count; index++) {
    pdf.switchToPage(index);
    // Text below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf
      .font(regular)
      .fontSize(8)
      .fillColor('#5b646d')
      .text(`${document.label} v${document.version}   ${index + 1} / ${pages.count}`, 62, pdf.page.height - 40, {
        align: 'right',
        width: pdf.page.width - 124,
      });
  }
  pdf.end();
  return done;
}

function writeBlock(pdf: PDFKit.PDFDocument, block: VisibleBlock, pictures: Pictures, words: Words): void {
  pdf.fillColor('#1a1f24').fontSize(size);
  if (block.state === 'withheld') return writeHole(pdf, words);
  const { content } = block;
  switch (content.kind) {
    case 'heading':
      pdf
        .moveDown(0.4)
        .font(bold)
        .fontSize([15, 13, 11][content.level - 1]!)
        .text(plain(content.runs))
        .moveDown(0.3);
      break;
    case 'paragraph':
      writeRuns(pdf, content.runs);
      pdf.moveDown(0.6);
      break;
    case 'list':
      writeList(pdf, content);
      break;
    case 'table':
      pdf.font(regular).table({
        data: content.rows.map((row, index) =>
          row.map((cell) => ({
            text: plain(cell),
            font: { src: content.header && index === 0 ? bold : regular, size: 9 },
            borderColor: '#b8bfc6',
          })),
        ),
      });
      pdf.moveDown(0.8);
      break;
    case 'picture': {
      const bytes = pictures.get(content.file);
      if (bytes === undefined) pdf.font(italic).text(`[${content.alternative}]`);
      else pdf.image(Buffer.from(bytes), { fit: [470, 320] });
      pdf.moveDown(0.8);
      break;
    }
  }
  if (block.state === 'granted') {
    pdf
      .font(italic)
      .fontSize(8)
      .fillColor('#026c75')
      .text(words.granted(block.agreement ?? ''))
      .moveDown(0.8);
  }
}

function writeHole(pdf: PDFKit.PDFDocument, words: Words): void {
  const height = 26;
  if (pdf.y + height > pdf.page.height - 60) pdf.addPage();
  const { y } = pdf;
  pdf.rect(62, y, pdf.page.width - 124, height).fillAndStroke('#eff1f3', '#b8bfc6');
  pdf
    .fillColor('#454d55')
    .font(regular)
    .fontSize(9)
    .text(words.withheld, 72, y + 8);
  pdf.x = 62;
  pdf.y = y + height + 10;
}

function writeList(
  pdf: PDFKit.PDFDocument,
  content: {
    readonly ordered: boolean;
    readonly items: readonly { readonly depth: number; readonly runs: readonly Run[] }[];
  },
): void {
  const counts: number[] = [];
  for (const item of content.items) {
    counts.length = item.depth + 1;
    counts[item.depth] = (counts[item.depth] ?? 0) + 1;
    const mark = content.ordered ? `${counts[item.depth]}.` : '•';
    const indent = 62 + item.depth * 16;
    const { y } = pdf;
    pdf.font(regular).fontSize(size).text(mark, indent, y, { lineBreak: false });
    pdf.x = indent + 18;
    pdf.y = y;
    writeRuns(pdf, item.runs);
    pdf.x = 62;
  }
  pdf.moveDown(0.6);
}

function writeRuns(pdf: PDFKit.PDFDocument, runs: readonly Run[]): void {
  const texts = runs.filter((run) => 'text' in run && run.text !== '');
  if (texts.length === 0) pdf.text(' ');
  for (const [index, run] of texts.entries()) {
    if (!('text' in run)) continue;
    pdf.font(run.code ? mono : run.bold ? bold : run.italic ? italic : regular).fontSize(size);
    pdf.text(run.text, {
      continued: index < texts.length - 1,
      lineGap: 2,
      ...(run.link === undefined ? {} : { link: run.link }),
    });
  }
}

const plain = (runs: readonly Run[]): string => runs.map((run) => ('text' in run ? run.text : '')).join('');

type Words = (typeof texts)[Language];
const texts = {
  en: {
    for: (customer: string) => `for ${customer}`,
    withheld: 'Withheld. It belongs to the decided text, as the receipt proves.',
    granted: (agreement: string) => `Granted to you: ${agreement}`,
  },
  fr: {
    for: (customer: string) => `pour ${customer}`,
    withheld: 'Réservé. Ce bloc fait partie du texte décidé, comme le prouve le reçu.',
    granted: (agreement: string) => `Communiqué à vous : ${agreement}`,
  },
} as const;
