import { createHash, randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { languageOf } from './language.ts';
import { problemOf } from './problem.ts';
import { type Refused, refuse } from './result.ts';

const mebibyte = 1_048_576;

/** How much a body may hold when a route says nothing else, in bytes. */
export const ordinaryBody = mebibyte;

/**
 * The HTTP frame: parsing limits, security headers, rate limits, OpenAPI, and one place where whatever goes wrong becomes an
 * RFC 9457 problem in the reader's language. Knows no route.
 * @param publicUrl decides whether browsers may be told to insist on https
 */
export async function openHttp(options: {
  readonly publicUrl: URL;
  readonly log: boolean;
  readonly requestsPerMinute: number;
}): Promise<FastifyInstance> {
  const http = fastify({
    bodyLimit: ordinaryBody,
    logger: options.log ? { level: 'warn' } : false,
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    // A live stream never ends by itself: closing the house ends it.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  http.setErrorHandler(answerError);
  http.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  const https = options.publicUrl.protocol === 'https:';
  await http.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Mantine sets styles on elements; scripts stay our own.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: https ? [] : null,
      },
    },
    hsts: https,
    referrerPolicy: { policy: 'same-origin' },
  });
  await http.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    // A person or a machine by what he shows at the door, else the address: people behind one address do not starve each other.
    keyGenerator: shownAtTheDoor,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (request, context) => {
      const refused = refuse('too-many-requests', { seconds: Math.ceil(context.ttl / 1000) });
      return { statusCode: 429, ...problemOf(refused, languageOf(request.headers['accept-language'])) };
    },
  });
  await limitAddresses(http, options.requestsPerMinute * personsBehindOneAddress);
  http.addHook('onRequest', async (request, reply) => {
    if (!isFromHere(request, options.publicUrl)) return sendProblem(request, reply, refuse('not-from-this-site'));
  });
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Coprod',
        version: '0.1.0',
        description: 'Customers take part in producing the organization that serves them.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
    transformObject: createJsonSchemaTransformObject({ zodToJsonConfig: { unrepresentable: 'any' } }),
  });
  return http;
}

/** What is shown at the door is not looked at yet, and anybody can make it up: so an address has a limit of its own, far above. */
const personsBehindOneAddress = 20;

async function limitAddresses(http: FastifyInstance, max: number): Promise<void> {
  const count = http.createRateLimit({ max, timeWindow: '1 minute', keyGenerator: (request) => request.ip });
  http.addHook('onRequest', async (request, reply) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded)
      return sendProblem(request, reply, refuse('too-many-requests', { seconds: Math.ceil(counted.ttl / 1000) }));
  });
}

function shownAtTheDoor(request: FastifyRequest): string {
  const shown = request.headers.authorization ?? sessionOf(request.headers.cookie);
  return shown === undefined ? request.ip : createHash('sha256').update(shown).digest('base64');
}

/**
 * Whether what changes something was sent by our own pages or by no page at all. Browsers say from where (Fetch Metadata; else
 * `Origin`); the cookie alone would also come along from a neighbour under the same domain, whom SameSite lets pass.
 */
function isFromHere(request: FastifyRequest, publicUrl: URL): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || !request.url.startsWith('/api/')) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined || origin === publicUrl.origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

const sessionOf = (cookie: string | undefined): string | undefined => /session_token=([^;]+)/.exec(cookie ?? '')?.[1];

/** Sends a refusal as a problem, in the reader's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  const problem = problemOf(refused, languageOf(request.headers['accept-language']));
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

const sizeOf = (limit: number): string => `${Math.floor(limit / mebibyte)} MB`;

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map((fault) => ({
      where: fault.instancePath === '' ? (error.validationContext ?? 'body') : fault.instancePath.slice(1),
      what: fault.message ?? fault.keyword,
    }));
    return sendProblem(request, reply, refuse('invalid-request', faults[0] ?? { where: 'body', what: '' }, { faults }));
  }
  const database = databaseRefusal(error);
  if (database !== undefined) return sendProblem(request, reply, database);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return sendProblem(request, reply, refuse('too-large', { limit: sizeOf(request.routeOptions.bodyLimit) }));
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return sendProblem(request, reply, refuse('wrong-media-type'));
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return sendProblem(request, reply, refuse('invalid-request', { where: 'body', what: 'JSON' }));
  }
  if (error.statusCode === 429) return reply.status(429).type('application/problem+json').send(JSON.stringify(error));
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return sendProblem(request, reply, refuse('invalid-request', { where: 'request', what: error.code ?? '' }));
  }
  request.log.error(error);
  // Never the text of the error: it may hold what the reader must not see.
  return sendProblem(request, reply, refuse('unexpected', { number: request.id }));
}

/** What the database's own guards refuse (migrations/0200, 0201), as people read it. */
function databaseRefusal(error: unknown): Refused | undefined {
  const { code, detail } = error as { code?: string; detail?: string };
  if (code === 'CP001') return refuse('read-only', { entry: detail ?? '' });
  if (code === 'CP004') return refuse('proposal-closed');
  return undefined;
}
