import { inflateSync } from 'node:zlib';

/**
 * The text that a PDF of ours shows: glyph numbers through the ToUnicode table of each font (ISO 32000-1, 9.10.3), joined over
 * fonts. Which font a stretch is set in is not asked: every table is tried, so that no word hides behind one.
 */
export function pdfText(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return body!;
    }
  });
  const maps = streams.filter((s) => s.includes('beginbfrange') || s.includes('beginbfchar')).map(unicodeOf);
  const shown = streams.filter((s) => s.includes('BT')).flatMap(glyphsOf);
  return [...maps.map((map) => shown.map((glyph) => map[glyph] ?? '').join('')), ...streams].join('\n');
}

/** The numbers of the glyphs that a page shows, in its order. */
function glyphsOf(page: string): number[] {
  return [...page.matchAll(/\[([^\]]*)\]\s*TJ/g)].flatMap(([, parts]) =>
    [...parts!.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex]) =>
      (hex!.match(/.{4}/g) ?? []).map((glyph) => Number.parseInt(glyph, 16)),
    ),
  );
}

function unicodeOf(table: string): string[] {
  const map: string[] = [];
  for (const [, body] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, list] of body!.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)) {
      for (const [index, [, hex]] of [...list!.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
        map[Number.parseInt(from!, 16) + index] = String.fromCharCode(
          ...(hex!.replaceAll(' ', '').match(/.{4}/g) ?? []).map((u) => Number.parseInt(u, 16)),
        );
      }
    }
  }
  return map;
}
