import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Access } from '../access/access.ts';
import { type RouteGroup, routes } from '../access/routes.ts';
import { type Change, liveChannel } from './live.ts';

/** Hears what changes in the whole installation and passes it to whoever listens in this process. */
export type LiveRelay = {
  /** @returns how to stop listening */
  listen(listener: Listener): () => void;
  close(): Promise<void>;
};

type Listener = {
  hear(change: Change): void;
  /** The connection was lost and changes may have been missed: whoever listens looks again at everything. */
  miss(): void;
};

/**
 * One connection that LISTENs; when it is lost it is opened anew, once a second while the database is away.
 * @param connection direct, not through a transaction pooler: LISTEN needs a session
 */
export async function openLiveRelay(connection: pg.PoolConfig): Promise<LiveRelay> {
  const listeners = new Set<Listener>();
  let client: pg.Client | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const opened = new pg.Client(connection);
    opened.on('error', () => undefined);
    opened.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? '{}') as Change;
      for (const { hear } of listeners) hear(change);
    });
    try {
      await opened.connect();
      await opened.query(`listen ${liveChannel}`);
    } catch (thrown) {
      await opened.end().catch(() => undefined);
      throw thrown;
    }
    // Only now: a connection that never stood has no end to follow.
    opened.once('end', () => {
      client = undefined;
      if (closed) return;
      for (const { miss } of listeners) miss();
      void reconnect();
    });
    client = opened;
    if (closed) await opened.end();
  };
  const reconnect = async (): Promise<void> => {
    while (!closed && client === undefined) {
      await pause(1000, undefined, { ref: false });
      if (!closed) await connect().catch(() => undefined);
    }
  };
  await connect();

  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
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
        const stop = relay.listen({
          hear: (change) => {
            if (mine(change)) raw.write(`event: change\ndata: ${JSON.stringify(change.subject)}\n\n`);
          },
          // The client opens the stream again, and asks again for what it shows.
          miss: () => raw.end(),
        });
        // Who is no member any more hears nothing more: the client that opens the stream again is refused.
        const beat = setInterval(() => {
          void isStillMember(access).then(
            (still) => (still ? raw.write(': beat\n\n') : raw.end()),
            () => raw.end(),
          );
        }, heartbeatSeconds * 1000);
        const end = (): void => {
          clearInterval(beat);
          stop();
          raw.end();
        };
        // Who went away while his membership was looked up has closed already, and would close no second time.
        if (request.raw.socket.destroyed) end();
        else raw.on('close', end);
        return reply;
      },
    );
  });

/** Policies: inside, customer_reads on access.membership. */
const isStillMember = async ({ organization, membership, transaction }: Access): Promise<boolean> =>
  (await transaction((tx) =>
    tx
      .selectFrom('access.membership')
      .select('membership_id')
      .where('organization_id', '=', organization.id)
      .where('membership_id', '=', membership)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  )) !== undefined;
