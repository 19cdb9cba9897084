import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from '@coprod/server/platform/configuration';
import type { Database } from '@coprod/server/platform/database';
import { assertMayListen } from '@coprod/server/platform/listen-problem';
import { migrationNames } from '@coprod/server/platform/migrate';
import { type Sentence, StartProblem } from '@coprod/server/platform/start-problem';
import { withClient } from '@coprod/server/platform/with-client';
import { withDatabase } from './installation.ts';

/** One thing that was looked at. */
export interface Observation {
  readonly state: 'well' | 'note' | 'ill';
  readonly sentence: Sentence;
}

/** Looks at an installation without changing it. A server may be running on it. */
export async function examine(configuration: Configuration): Promise<readonly Observation[]> {
  return [
    well(`Node ${process.versions.node}, ${process.platform}-${process.arch}`),
    ...(await examineDisk(configuration)),
    await examinePort(configuration),
    examineClient(),
    ...examineSettings(configuration),
    ...(await examineDatabase(configuration)),
  ];
}

const well = (en: string, fr = en): Observation => ({ state: 'well', sentence: { en, fr } });
const note = (en: string, fr: string): Observation => ({ state: 'note', sentence: { en, fr } });
const ill = (en: string, fr: string): Observation => ({ state: 'ill', sentence: { en, fr } });

async function examineDisk({ dataDirectory, databaseUrl }: Configuration): Promise<Observation[]> {
  if (databaseUrl !== undefined || !existsSync(dataDirectory)) return [];
  const { bavail, bsize } = await statfs(dataDirectory);
  const gibibytes = (bavail * bsize) / 2 ** 30;
  const free = gibibytes.toFixed(1);
  return gibibytes < 1
    ? [
        ill(
          `Only ${free} GiB are free for ${dataDirectory}: make room`,
          `Il ne reste que ${free} Gio pour ${dataDirectory} : libérez de la place`,
        ),
      ]
    : [well(`${free} GiB free for ${dataDirectory}`, `${free} Gio libres pour ${dataDirectory}`)];
}

async function examinePort(configuration: Configuration): Promise<Observation> {
  const { port } = configuration;
  try {
    await assertMayListen(configuration);
    return note(
      `Port ${port} is free: no server is running on it`,
      `Le port ${port} est libre : aucun serveur n'y tourne`,
    );
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
  }
  const answer = await fetch(`http://localhost:${port}/health`, { signal: AbortSignal.timeout(3000) }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  return answer?.status === 200
    ? well(`The server on port ${port} answers that it is ready`, `Le serveur du port ${port} se dit prêt`)
    : ill(
        `Port ${port} is taken, and what is there does not say that it is ready: stop it or choose another PORT`,
        `Le port ${port} est pris, et ce qui s'y trouve ne se dit pas prêt : arrêtez-le ou choisissez un autre PORT`,
      );
}

function examineClient(): Observation {
  const page = join(import.meta.dirname, '../../web/dist/index.html');
  return existsSync(page)
    ? well('The web client is built', "L'application web est construite")
    : note(
        'The web client is not built yet: `coprod serve` builds it',
        "L'application web n'est pas encore construite : `coprod serve` s'en charge",
      );
}

function examineSettings({ publicUrl, smtpUrl, host }: Configuration): Observation[] {
  const local = ['localhost', '127.0.0.1', '::1'];
  return [
    smtpUrl === undefined
      ? note(
          'SMTP_URL is not set: mails stay in the outbox page',
          "SMTP_URL n'est pas défini : les courriels restent sur la page d'envoi",
        )
      : well('Mails go out by SMTP_URL', 'Les courriels partent par SMTP_URL'),
    ...(publicUrl.protocol === 'http:' && !local.includes(publicUrl.hostname)
      ? [
          ill(
            `People reach ${publicUrl.href} without https: passwords cross the network in clear`,
            `On accède à ${publicUrl.href} sans https : les mots de passe passent en clair sur le réseau`,
          ),
        ]
      : []),
    ...(!local.includes(host) && local.includes(publicUrl.hostname)
      ? [
          note(
            `It answers on ${host}, but COPROD_URL is not set: links in mails lead to ${publicUrl.href}`,
            `Il répond sur ${host}, mais COPROD_URL n'est pas défini : les liens des courriels mènent à ${publicUrl.href}`,
          ),
        ]
      : []),
  ];
}

async function examineDatabase(configuration: Configuration): Promise<Observation[]> {
  const { databaseUrl, dataDirectory } = configuration;
  if (databaseUrl === undefined && !existsSync(join(dataDirectory, 'pg'))) {
    return [
      note(
        `There are no data in ${dataDirectory} yet: \`coprod serve\` begins them`,
        `Il n'y a pas encore de données dans ${dataDirectory} : \`coprod serve\` les commence`,
      ),
    ];
  }
  try {
    return await withDatabase(configuration, true, examineSchema);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return [{ state: 'ill', sentence: error.sentence }];
  }
}

async function examineSchema(database: Database): Promise<Observation[]> {
  return withClient(database.connection('owner'), async (client) => {
    const { rows } = await client.query<{ version: string; there: boolean; size: string }>(
      `select current_setting('server_version') as version, to_regclass('sec.migration') is not null as there,
              pg_size_pretty(pg_database_size(current_database())) as size`,
    );
    const { version, there, size } = rows[0]!;
    const found = [well(`PostgreSQL ${version}, ${size}`)];
    if (!there)
      return [
        ...found,
        note(
          'The schema is not there yet: `coprod serve` makes it',
          "Le schéma n'existe pas encore : `coprod serve` le crée",
        ),
      ];
    const applied = await client.query<{ name: string }>('select name from sec.migration');
    const open = await client.query<{ name: string }>(unguarded);
    const invalid = await client.query<{ name: string }>(
      'select indexrelid::regclass::text as name from pg_index where not indisvalid',
    );
    return [
      ...found,
      examineSteps(
        applied.rows.map(({ name }) => name),
        await migrationNames(),
      ),
      ...open.rows.map(({ name }) =>
        ill(
          `The table ${name} has no forced row-level security: restore it from a backup, or run the migrations anew`,
          `La table ${name} n'a pas de sécurité par ligne forcée : restaurez-la d'une sauvegarde, ou rejouez les migrations`,
        ),
      ),
      ...invalid.rows.map(({ name }) =>
        ill(
          `The index ${name} is broken: run "reindex index ${name}"`,
          `L'index ${name} est défectueux : exécutez « reindex index ${name} »`,
        ),
      ),
    ];
  });
}

function examineSteps(applied: readonly string[], known: readonly string[]): Observation {
  const unknown = applied.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !applied.includes(name));
  if (unknown.length > 0) {
    return ill(
      `The database is newer than this program (${unknown.at(-1)}): start the newer one`,
      `La base est plus récente que ce programme (${unknown.at(-1)}) : lancez le plus récent`,
    );
  }
  return missing.length > 0
    ? note(
        `${missing.length} steps of the schema are to be run: \`coprod serve\` runs them`,
        `${missing.length} étapes du schéma restent à jouer : \`coprod serve\` les joue`,
      )
    : well(`The schema is current (${applied.length} steps)`, `Le schéma est à jour (${applied.length} étapes)`);
}

/** Tables that a request's role can read without a policy deciding. */
const unguarded = `
  select oid::regclass::text as name from pg_class c
  where relkind in ('r', 'p') and not relispartition and not (relrowsecurity and relforcerowsecurity)
    and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'sec', 'jobs')
    and relnamespace::regnamespace::text !~ '^pg_' order by 1`;
