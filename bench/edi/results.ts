/** One reader and its speed in MB/s. */
export interface Row {
  readonly name: string;
  readonly speed: number;
}

/** A table in Markdown: speeds and their ratio to the bare loop, which comes first. */
export function page(title: string, rows: readonly Row[]): string {
  const bare = rows[0]!.speed;
  const lines = rows.map(
    ({ name, speed }) => `| ${name} | ${speed.toFixed(speed < 10 ? 1 : 0)} | ${(speed / bare).toFixed(3)} |`,
  );
  return [`# ${title}`, '', '| | MB/s | of the bare loop |', '| --- | ---: | ---: |', ...lines, ''].join('\n');
}

/** The same as bars. */
export function picture(title: string, rows: readonly Row[]): string {
  const width = 640;
  const left = 270;
  const height = 40 + rows.length * 24;
  const most = Math.max(...rows.map((row) => row.speed));
  const bars = rows.map(({ name, speed }, i) => {
    const y = 36 + i * 24;
    const length = Math.max(1, ((width - left - 60) * speed) / most);
    return (
      `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${name}</text>` +
      `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="17" fill="${name.startsWith('ours') ? '#1864ab' : '#adb5bd'}"/>` +
      `<text x="${(left + length + 6).toFixed(1)}" y="${y + 13}">${speed.toFixed(speed < 10 ? 1 : 0)}</text>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">\n` +
    `<rect width="${width}" height="${height}" fill="white"/><text x="8" y="20" font-size="14">${title}: MB/s</text>\n${bars.join('\n')}\n</svg>\n`
  );
}
