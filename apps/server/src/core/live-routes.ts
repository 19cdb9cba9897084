import pg from 'pg';
import { type RouteGroup, routes } from '../access/routes.ts';
import { type Change, liveChannel } from './live.ts';

/** Hears what changes in the whole installation and passes it to whoever listens in this process. */
export type LiveRelay = {
  /** @returns how to stop listening */
  listen(hear: (change: Change) => void): () => void;
  close(): Promise<void>;
};

/**
 * One connection that LISTENs; when it is lost it is opened anew, and listeners are told to look again at everything.
 * @param connection direct, not through a transaction pooler: LISTEN needs a session
 */
export async function openLiveRelay(connection: pg.PoolConfig): Promise<LiveRelay> {
  const listeners = new Set<(change: Change) => void>();
  let client: pg.Client | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const opened = new pg.Client(connection);
    opened.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? '{}') as Change;
      for (const hear of listeners) hear(change);
    });
    opened.on('error', () => undefined);
    opened.on('end', () => {
      client = undefined;
      if (!closed) setTimeout(() => void connect().catch(() => opened.emit('end')), 1000).unref();
    });
    await opened.connect();
    await opened.query(`listen ${liveChannel}`);
    client = opened;
  };
  await connect();

  return {
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

const heartbeatSeconds = 20;

/** Server-sent events: which subjects changed. The client asks again for what it shows; content never travels here. */
export const liveRoutes = (relay: LiveRelay): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/live',
      { summary: 'Changes as they happen (text/event-stream)', allow: ['organization:*', 'customer:*'] },
      async ({ access, request, reply }) => {
        reply.hijack();
        const { raw } = reply;
        raw.writeHead(200, {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        raw.write(`retry: 2000\n\n`);
        const mine = (change: Change): boolean =>
          change.organization === access.organization.id &&
          (access.side === 'organization' || change.customer === access.customer?.id);
        const stop = relay.listen((change) => {
          if (mine(change)) raw.write(`event: change\ndata: ${JSON.stringify(change.subject)}\n\n`);
        });
        const beat = setInterval(() => raw.write(': beat\n\n'), heartbeatSeconds * 1000);
        request.raw.on('close', () => {
          clearInterval(beat);
          stop();
          raw.end();
        });
        return reply;
      },
    );
  });
