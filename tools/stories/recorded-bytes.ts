import type { BrowserContext, Page } from 'playwright-core';

/** Every byte that a browser got from the server, by address; what its owner could have read with any tool of his. */
export interface RecordedBytes {
  readonly answers: readonly { readonly url: string; readonly bytes: Buffer }[];
}

/**
 * Records what the pages of a context receive. Each answer passes through here on its way to the browser: asked afterwards, a browser
 * no longer has what a page took as a file. The live stream, which never ends, is read piece by piece by the browser's own protocol.
 * Call it before the first page is opened.
 */
export async function recordBytes(context: BrowserContext): Promise<RecordedBytes> {
  const answers: { url: string; bytes: Buffer }[] = [];
  await context.route(
    (url) => !url.pathname.endsWith('/live'),
    async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      answers.push({ url: response.url(), bytes: body });
      await route.fulfill({ response, body });
    },
  );
  context.on('page', (page) => void recordStream(page, (url, bytes) => answers.push({ url, bytes })));
  return { answers };
}

async function recordStream(page: Page, keep: (url: string, bytes: Buffer) => void): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const streams = new Map<string, string>();
  protocol.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.url.endsWith('/live')) return;
    streams.set(requestId, response.url);
    void protocol.send('Network.streamResourceContent', { requestId }).then(
      ({ bufferedData }) => keep(response.url, Buffer.from(bufferedData, 'base64')),
      () => undefined,
    );
  });
  protocol.on('Network.dataReceived', ({ requestId, data }) => {
    const url = streams.get(requestId);
    if (url !== undefined && data !== undefined) keep(url, Buffer.from(data, 'base64'));
  });
  await protocol.send('Network.enable');
}
