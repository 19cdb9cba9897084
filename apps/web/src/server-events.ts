/** One event of a stream. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** The events of a `text/event-stream` body, as the HTML standard (9.2.6) reads it; comments and retry times are passed over. */
export async function* eventsIn(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const blocks = (rest + chunk.value).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = readEvent(block);
      if (event !== undefined) yield event;
    }
  }
}

function readEvent(block: string): ServerEvent | undefined {
  const fields = block.split(/\r?\n/).map((line) => /^(event|data): ?(.*)$/.exec(line));
  const data = fields.filter((field) => field?.[1] === 'data').map((field) => field?.[2] ?? '');
  const name = fields.findLast((field) => field?.[1] === 'event')?.[2] ?? 'message';
  return data.length === 0 ? undefined : { name, data: data.join('\n') };
}
