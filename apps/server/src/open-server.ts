import { createHmac } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openDoors } from './access/doors.ts';
import { openIdentify } from './access/identify.ts';
import { openJobs } from './access/jobs.ts';
import { openPostman, resetLinkSender } from './access/mail.ts';
import { openAccessRoom } from './access/access-room.ts';
import type { Ground, Parts } from './access/room.ts';
import { type DeclaredRoute, serveRoutes } from './access/routes.ts';
import { openSignIn } from './access/sign-in.ts';
import { openCertificationRoom } from './certification/certification-room.ts';
import { waitingInCertification } from './certification/waiting-in-certification.ts';
import { openCoreRoom } from './core/core-room.ts';
import { openLiveRelay } from './core/live-routes.ts';
import { type LedgerKeys, beginLedger, openLedgerKeys } from './core/ledger-key.ts';
import { openPlanningRoom } from './planning/planning-room.ts';
import { waitingInPlanning } from './planning/waiting-in-planning.ts';
import { readContextKey } from './platform/context-token.ts';
import type { Database } from './platform/database.ts';
import { openHttp } from './platform/http.ts';
import type { Tables } from './platform/tables.gen.ts';
import { serveWebClient } from './platform/web-client.ts';
import { openVoiceRoom } from './voice/voice-room.ts';
import { voiceDone } from './voice/voice-done.ts';
import { voiceWaiting } from './voice/voice-waiting.ts';

export type ServerOptions = {
  /** Migrated. */
  readonly database: Pick<Database, 'connection'>;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where people reach it: decides cookies, links and passkeys. Port 0 is filled in once it is known. */
  readonly publicUrl: URL;
  readonly log: boolean;
  readonly requestsPerMinute: number;
  readonly attemptsPerMinute: number;
  /** Without it mail stays in the outbox. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Another clock, with which a demo's history is built. */
  readonly now?: () => Temporal.Instant;
  /** Builds the demo organizations; without it nobody can look around. */
  readonly buildDemo?: (
    ground: Ground,
    keys: LedgerKeys,
  ) => Promise<{ readonly slug: string; readonly person: string }>;
  /** A folder watched for EDI files, one folder per organization in it. */
  readonly inbox?: string | undefined;
  /** A folder into which EDI files leave, one folder per organization and partner in it. */
  readonly outbox?: string | undefined;
  /** The built web client; without it only the API is served. */
  readonly webClient: string | undefined;
};

export type RunningServer = {
  readonly url: string;
  /** Every route below /api, as declared. */
  readonly routes: readonly DeclaredRoute[];
  readonly parts: Parts;
  /** Lets what is under way end, then closes pools and queue. */
  close(): Promise<void>;
};

/**
 * Puts the house together on a database and listens. Everything that can fail does so before the port is open or closes what
 * was opened.
 */
export async function openServer(options: ServerOptions): Promise<RunningServer> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closing.toReversed()) await end();
    closing.length = 0;
  };
  const pool = (role: Parameters<Database['connection']>[0], max: number): pg.Pool => {
    const opened = new pg.Pool({ ...options.database.connection(role), max });
    // A connection that dies is replaced by the pool; the next query tells if there is no database at all. The pool itself hears
    // only of idle ones: without the second listener, one that dies between two queries of a transaction would end the process.
    opened.on('error', () => undefined);
    opened.on('connect', (client) => client.on('error', () => undefined));
    closing.push(() => opened.end());
    return opened;
  };
  const kysely = (on: pg.Pool): Kysely<Tables> => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: on }) });

  try {
    const owner = pool('owner', 1);
    const key = await readContextKey(owner);
    const auth = pool('coprod_auth', 5);
    const jobs = await openJobs(options.database.connection('coprod_jobs'));
    closing.push(() => jobs.stop());
    const doors = openDoors(
      kysely(pool('coprod_request', 12)),
      kysely(pool('coprod_system', 4)),
      jobs,
      key,
      options.now,
    );
    const http = await openHttp(options);
    closing.push(() => http.close());

    // Signs cookies; derived, so that every process of the installation has the same without another secret to keep.
    const secret = createHmac('sha256', key).update('sign-in').digest('base64url');
    const people = kysely(auth);
    const postman = openPostman(doors, options.smtpUrl, options.mailFrom);
    closing.push(async () => postman.close());
    await jobs.work('send-mail', postman.deliver);
    const signIn = openSignIn({
      ...options,
      pool: auth,
      secret,
      sendResetLink: resetLinkSender(people, doors, options.smtpUrl !== undefined),
    });
    const keys = openLedgerKeys(key, options.publicUrl.hostname);
    const sendsMail = options.smtpUrl !== undefined;
    const founding = beginLedger(keys, doors);
    const ground = { doors, jobs, signIn, people, publicUrl: options.publicUrl, sendsMail, founding };
    const { buildDemo } = options;
    const noDemo = async (): Promise<never> => {
      throw new Error('this server was opened without a demo to build');
    };
    const parts: Parts = {
      ...ground,
      buildDemo: onceAtATime(buildDemo === undefined ? noDemo : () => buildDemo(ground, keys)),
    };
    const relay = await openLiveRelay(options.database.connection('coprod_request'));
    closing.push(() => relay.close());
    const access = openAccessRoom(parts);
    const core = openCoreRoom(parts, keys, relay, {
      waiting: [voiceWaiting, ...waitingInPlanning, ...waitingInCertification],
      done: [voiceDone],
    });
    const rooms = [
      access,
      core,
      openVoiceRoom(parts),
      openPlanningRoom(parts, { inbox: options.inbox, outbox: options.outbox }),
      openCertificationRoom(parts),
    ];

    http.get('/health', { schema: { hide: true } }, async () => ({ ready: true }));
    http.get('/openapi.json', { schema: { hide: true } }, async () => http.swagger());
    await signIn.serve(http);
    const routes = serveRoutes(
      http,
      openIdentify(people, signIn, doors),
      rooms.flatMap((room) => room.routes),
    );
    await serveWebClient(http, options.webClient);
    for (const room of rooms) {
      const end = await room.start?.();
      if (end !== undefined) closing.push(end);
    }
    const url = await http.listen({ host: options.host, port: options.port });
    return { url, routes, parts, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Two who ask while it is under way wait for the same; after a failure the next one tries again. */
function onceAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
