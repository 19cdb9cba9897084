import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { newId } from '../platform/ids.ts';
import { type Result, ok, refuse } from '../platform/result.ts';
import { openAttempts } from './attempts.ts';

/** Persons, their sessions and credentials: better-auth on the schema `auth`, by a login role that sees little else. */
export type SignIn = {
  /** The person of the session that the request carries. */
  personOf(request: FastifyRequest): Promise<Person | null>;
  /**
   * Whether the signed-in person re-entered the right password: what makes a signature.
   * @refuses too-many-requests, as signing in does: a session left open must not be a place to try passwords
   */
  isPassword(request: FastifyRequest, person: string, password: string): Promise<Result<boolean>>;
  /**
   * Makes a person, or answers the id of the one who has this address already (the password is then not touched).
   * @param person.password null for somebody who only can be stepped into: the people of a demo
   */
  register(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string | null;
  }): Promise<{ readonly person: string; readonly existed: boolean }>;
  /** Opens a session for a person without a credential: the demo's way of stepping into somebody. Sets the cookie on the reply. */
  stepInto(person: string, reply: FastifyReply): Promise<void>;
  /** Serves better-auth's own routes below `/api/auth`. */
  serve(http: FastifyInstance): Promise<void>;
};

export type Person = { readonly id: string; readonly name: string; readonly email: string };

/**
 * @param pool connects as `coprod_auth`
 * @param secret signs cookies; derived from the installation's key, so that every process has the same
 * @param attemptsPerMinute of signing in, per address; of signing with a wrong password, per person
 */
export function openSignIn(options: {
  readonly pool: pg.Pool;
  readonly publicUrl: URL;
  readonly secret: string;
  readonly attemptsPerMinute: number;
  readonly sendResetLink: (person: Person, url: string) => Promise<void>;
}): SignIn {
  const auth = betterAuth({
    appName: 'Coprod',
    baseURL: options.publicUrl.origin,
    basePath: '/api/auth',
    secret: options.secret,
    database: options.pool,
    telemetry: { enabled: false },
    trustedOrigins: [options.publicUrl.origin],
    user: { modelName: 'person' },
    emailAndPassword: {
      enabled: true,
      // Persons come by invitation or by the welcome link, never by a form on the open port.
      disableSignUp: true,
      minPasswordLength: 10,
      sendResetPassword: ({ user, url }) => options.sendResetLink(user, url),
    },
    plugins: [
      twoFactor({ issuer: 'Coprod' }),
      passkey({ rpName: 'Coprod', rpID: options.publicUrl.hostname, origin: options.publicUrl.origin }),
    ],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: options.attemptsPerMinute },
        '/two-factor/*': { window: 60, max: options.attemptsPerMinute },
        '/request-password-reset': { window: 60, max: 5 },
      },
    },
    advanced: {
      database: { generateId: newId },
      cookiePrefix: 'coprod',
      useSecureCookies: options.publicUrl.protocol === 'https:',
      ipAddress: { ipAddressHeaders: ['x-coprod-address'] },
    },
  });

  const attempts = openAttempts(options.attemptsPerMinute);
  const headersOf = (request: FastifyRequest): Headers => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === 'string') headers.set(name, value);
    }
    // Written here and nowhere else: what a client sends under this name is replaced.
    headers.set('x-coprod-address', request.ip);
    return headers;
  };

  return {
    async personOf(request) {
      if (request.headers.cookie === undefined) return null;
      const session = await auth.api.getSession({ headers: headersOf(request) });
      return session === null ? null : { id: session.user.id, name: session.user.name, email: session.user.email };
    },
    async isPassword(request, person, password) {
      const seconds = attempts.begin(person);
      if (seconds > 0) return refuse('too-many-requests', { seconds });
      try {
        const headers = headersOf(request);
        // A key may stand beside the cookie of somebody else: nobody signs for another with his own password.
        if ((await auth.api.getSession({ headers }))?.user.id !== person) return ok(false);
        const { status } = await auth.api.verifyPassword({ body: { password }, headers });
        if (status) attempts.succeed(person);
        return ok(status);
      } catch (thrown) {
        if (isApiError(thrown)) return ok(false);
        throw thrown;
      }
    },
    async register({ name, email, password }) {
      const context = await auth.$context;
      const address = email.toLowerCase();
      const known = await context.internalAdapter.findUserByEmail(address);
      if (known !== null) return { person: known.user.id, existed: true };
      const hash = password === null ? null : await context.password.hash(password);
      const person = await context.internalAdapter.createUser(
        { name, email: address, emailVerified: true },
        { method: 'email-password' },
      );
      if (hash !== null) {
        await context.internalAdapter.linkAccount({
          userId: person.id,
          providerId: 'credential',
          accountId: person.id,
          password: hash,
        });
      }
      return { person: person.id, existed: false };
    },
    async stepInto(person, reply) {
      const context = await auth.$context;
      const session = await context.internalAdapter.createSession(person);
      const { name, attributes } = context.authCookies.sessionToken;
      const signature = await sign(session.token, context.secret);
      const value = encodeURIComponent(`${session.token}.${signature}`);
      const secure = attributes.secure === true ? '; Secure' : '';
      void reply.header('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=86400`);
    },
    async serve(http) {
      await http.register(async (scope) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
        scope.route({
          method: ['GET', 'POST'],
          url: '/api/auth/*',
          schema: { hide: true },
          handler: async (request, reply) => {
            const answer = await auth.handler(
              new Request(new URL(request.url, options.publicUrl), {
                method: request.method,
                headers: headersOf(request),
                ...(request.method === 'POST'
                  ? { body: new Uint8Array((request.body as Buffer | undefined) ?? []) }
                  : {}),
              }),
            );
            void reply.status(answer.status);
            for (const [name, value] of answer.headers) if (name !== 'set-cookie') void reply.header(name, value);
            const cookies = answer.headers.getSetCookie();
            if (cookies.length > 0) void reply.header('set-cookie', cookies);
            return reply.send(Buffer.from(await answer.arrayBuffer()));
          },
        });
      });
    },
  };
}

const isApiError = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'APIError';

/** The cookie signature that better-auth (better-call) reads: HMAC-SHA256 of the token, base64. */
async function sign(token: string, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(token))).toString('base64');
}
