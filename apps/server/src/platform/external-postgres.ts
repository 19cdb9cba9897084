import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { type Connection, settings } from './connection.ts';
import type { Database } from './database.ts';
import { oldestMajor } from './postgres-binaries.ts';
import { loginRoles } from './postgres-cluster.ts';
import { StartProblem } from './start-problem.ts';
import { withClient } from './with-client.ts';

/**
 * The PostgreSQL of DATABASE_URL. Its user owns the schema and may make roles (CREATEROLE). The login roles get the
 * password HMAC-SHA256(password of the URL, name of the role), so that every process with the same URL knows it and none
 * has to store it; without a password in the URL none is set, and pg_hba.conf must let the roles in.
 * Several processes may open it at once.
 */
export async function openExternal(url: string): Promise<Database> {
  const owner = parse(url);
  await assertUsable(owner);
  const connection: Connection = (role, name) =>
    settings(role, {
      ...owner,
      ...(role === 'owner' ? {} : as(role, owner)),
      ...(name === undefined ? {} : { database: name }),
    });
  return {
    kind: 'external',
    connection,
    admitRoles: () => admitRoles(connection),
    lost: new Promise<never>(() => undefined),
    close: async () => undefined,
  };
}

function parse(url: string): pg.ClientConfig {
  try {
    if (!/^postgres(ql)?:/.test(url)) throw new TypeError('not a postgresql: address');
    return { connectionTimeoutMillis: 5000, ...parseIntoClientConfig(url) };
  } catch (cause) {
    throw new StartProblem(
      {
        en: 'DATABASE_URL is not an address of the form postgresql://user:password@host:5432/database: correct it.',
        fr: "DATABASE_URL n'est pas une adresse de la forme postgresql://utilisateur:motdepasse@hôte:5432/base : corrigez-la.",
      },
      { cause },
    );
  }
}

const as = (role: string, owner: pg.ClientConfig): pg.ClientConfig => ({
  user: role,
  ...(typeof owner.password === 'string' ? { password: derivedPassword(owner.password, role) } : {}),
});

const derivedPassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(role).digest('base64url');

async function assertUsable(owner: pg.ClientConfig): Promise<void> {
  try {
    const { version, name } = await withClient(owner, async (client) => {
      const { rows } = await client.query<{ version: number; name: string }>(
        `select current_setting('server_version_num')::int as version, current_setting('server_version') as name`,
      );
      return rows[0]!;
    });
    if (Math.floor(version / 10_000) >= oldestMajor) return;
    throw new StartProblem({
      en: `The PostgreSQL of DATABASE_URL is version ${name}: Coprod needs ${oldestMajor} or later.`,
      fr: `Le PostgreSQL de DATABASE_URL est en version ${name} : Coprod demande la version ${oldestMajor} ou une plus récente.`,
    });
  } catch (error) {
    throw error instanceof StartProblem ? error : explain(error, owner);
  }
}

/** What a failed connection means for the person who wrote the address. Passwords do not appear. */
function explain(cause: unknown, owner: pg.ClientConfig): unknown {
  const where = `${owner.host ?? 'localhost'}:${owner.port ?? 5432}`;
  const { code, message } = cause as { code?: string; message: string };
  const problem = (en: string, fr: string): StartProblem => new StartProblem({ en, fr }, { cause });
  switch (code) {
    case '28P01':
    case '28000':
      return problem(
        `${where} refuses the user ${owner.user} of DATABASE_URL or the password: correct them (${message}).`,
        `${where} refuse l'utilisateur ${owner.user} de DATABASE_URL ou son mot de passe : corrigez-les (${message}).`,
      );
    case '3D000':
      return problem(
        `${where} has no database ${owner.database}: make it (createdb -O ${owner.user} ${owner.database}), or correct DATABASE_URL.`,
        `${where} n'a pas de base ${owner.database} : créez-la (createdb -O ${owner.user} ${owner.database}), ou corrigez DATABASE_URL.`,
      );
    default:
      return problem(
        `No PostgreSQL answers at ${where}: start it, or correct DATABASE_URL (${message || code}).`,
        `Aucun PostgreSQL ne répond à ${where} : lancez-le, ou corrigez DATABASE_URL (${message || code}).`,
      );
  }
}

async function admitRoles(connection: Connection): Promise<void> {
  for (const role of loginRoles) {
    if (await mayLogIn(connection(role))) continue;
    const { password } = connection(role);
    if (typeof password === 'string') await setPassword(connection('owner'), role, password);
    if (await mayLogIn(connection(role))) continue;
    throw new StartProblem({
      en: `The role ${role} cannot log in to the database of DATABASE_URL: let it in by a line in pg_hba.conf, as the user of the URL.`,
      fr: `Le rôle ${role} ne peut pas se connecter à la base de DATABASE_URL : admettez-le par une ligne de pg_hba.conf, comme l'utilisateur de l'adresse.`,
    });
  }
}

async function mayLogIn(config: pg.ClientConfig): Promise<boolean> {
  try {
    return await withClient(config, async () => true);
  } catch (error) {
    const { code } = error as { code?: string };
    // Class 28: authorization. 08P01 is how PgBouncer says the same.
    if (code?.startsWith('28') === true || code === '08P01') return false;
    throw error;
  }
}

/** The verifier is made here (RFC 5803), so that the password itself reaches no server and no log. */
async function setPassword(owner: pg.ClientConfig, role: string, password: string): Promise<void> {
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ statement: string }>(
      `select format('alter role %I password %L', $1::text, $2::text) as statement`,
      [role, scramVerifier(password)],
    );
    // One at a time: PostgreSQL refuses two processes that change the same role at once.
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('coprod set_password'))`);
    await client.query(rows[0]!.statement);
    await client.query('commit');
  });
}

function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`;
}
