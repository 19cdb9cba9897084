import { inflateSync } from 'node:zlib';

/** An answer as text, with what base64url parts and PDF streams hold beside it: disclosures are base64url. */
export function readAll(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const encoded = [...text.matchAll(/[A-Za-z0-9_-]{24,}/g)].map(([part]) =>
    Buffer.from(part, 'base64url').toString('latin1'),
  );
  return [text, ...encoded, text.startsWith('%PDF') ? pdfText(bytes) : ''].join('\n');
}

/** The text that a PDF shows: glyph numbers through the ToUnicode table of each font, joined over fonts. */
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
  const shown = streams.filter((s) => s.includes('BT'));
  // Which font a stretch is in is not asked: every table is tried, so a secret could hide behind none.
  return maps
    .map((map) =>
      shown
        .map((s) =>
          [...s.matchAll(/\[([^\]]*)\]\s*TJ/g)]
            .map(([, parts]) =>
              [...parts!.matchAll(/<([0-9a-f]+)>/gi)]
                .map(([, hex]) =>
                  hex!
                    .match(/.{4}/g)
                    ?.map((g) => map[Number.parseInt(g, 16)] ?? '')
                    .join(''),
                )
                .join(''),
            )
            .join(''),
        )
        .join(''),
    )
    .join('\n');
}

function unicodeOf(cmap: string): string[] {
  const block = /beginbfrange([\s\S]*?)endbfrange/g;
  const map: string[] = [];
  for (const [, body] of cmap.matchAll(block)) {
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
