import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsIn } from './server-events.ts';

test('events arrive whole, however the network cuts the stream', async () => {
  const stream =
    'retry: 2000\n\nevent: change\ndata: {"kind":"rule",\ndata: "id":"é"}\n\n: beat\n\ndata: x\n\ndata: unfinished';
  const bytes = new TextEncoder().encode(stream);
  for (const size of [1, 2, 7, 1000]) {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const events = [];
    for await (const event of eventsIn(body)) events.push(event);
    assert.deepEqual(events, [
      { name: 'change', data: '{"kind":"rule",\n"id":"é"}' },
      { name: 'message', data: 'x' },
    ]);
  }
});
