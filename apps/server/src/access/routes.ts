import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendProblem } from '../platform/http.ts';
import { type Language, languageOf } from '../platform/language.ts';
import { type Result, refuse } from '../platform/result.ts';
import { type Access, holds } from './access.ts';
import type { Allow, Role } from './roles.ts';
import type { Identify, Visitor } from './identify.ts';

type Schema = z.ZodType | undefined;
/** What a handler may answer: the schema's output, read-only all the way down. */
type Answered<S extends Schema> = S extends z.ZodType ? DeepReadonly<z.output<S>> : unknown;
type DeepReadonly<T> = T extends Temporal.Instant | Temporal.PlainDate | Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
      : T;
type Output<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** What is declared of every route: it feeds the checks, the OpenAPI document and the leak matrix alike. */
export type RouteDeclaration<
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
  Answer extends Schema,
> = {
  /** One line, as it stands in the OpenAPI document. */
  readonly summary: string;
  /** Sides and roles that may call it. */
  readonly allow: readonly Allow[];
  readonly params?: Params;
  readonly query?: Query;
  /** `bytes(limit)` for files as they come. */
  readonly body?: Body;
  readonly answer?: Answer;
  /** 200 unless said. */
  readonly status?: number;
  /** The largest body, in bytes. */
  readonly bodyLimit?: number;
  /** The scope a machine's key needs; `read` for GET and `write` for the rest unless said. */
  readonly scope?: 'read' | 'write' | 'edi';
};

export type RouteContext<Params extends Schema, Query extends Schema, Body extends Schema> = {
  readonly access: Access;
  readonly params: Output<Params>;
  readonly query: Output<Query>;
  readonly body: Output<Body>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A route as the running program knows it. */
export type DeclaredRoute = {
  readonly method: string;
  readonly path: string;
  readonly allow: readonly (Allow | 'anyone' | 'signed-in')[];
};

type Verb = <
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Answer extends Schema = undefined,
>(
  path: string,
  declaration: RouteDeclaration<Params, Query, Body, Answer>,
  handler: (context: RouteContext<Params, Query, Body>) => Promise<Result<Answered<Answer>> | FastifyReply>,
) => void;

type OpenVerb = <
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Answer extends Schema = undefined,
>(
  path: string,
  declaration: Omit<RouteDeclaration<Params, Query, Body, Answer>, 'allow' | 'scope'> & {
    readonly allow: 'anyone' | 'signed-in';
  },
  handler: (
    context: Omit<RouteContext<Params, Query, Body>, 'access'> & {
      readonly visitor: Visitor;
      readonly language: Language;
    },
  ) => Promise<Result<Answered<Answer>> | FastifyReply>,
) => void;

/**
 * Where routes are declared. Paths of the first four verbs begin with `/organizations/:organization`; who calls is known before
 * the handler runs. `open` holds the few that stand before a membership. All are served below `/api`.
 */
export type Routes = {
  readonly get: Verb;
  readonly post: Verb;
  readonly put: Verb;
  readonly delete: Verb;
  readonly open: { readonly get: OpenVerb; readonly post: OpenVerb };
};

/** A group of routes of one room, to be given to {@link serveRoutes}. */
export type RouteGroup = (routes: Routes) => void;

export const routes = (group: RouteGroup): RouteGroup => group;

/** A body taken as the bytes that came; declare `bodyLimit` beside it. */
export const bytes = (): z.ZodCustom<Buffer, Buffer> => z.instanceof(Buffer);

/** Serves groups of routes; answers with the list of what was declared. */
export function serveRoutes(
  http: FastifyInstance,
  identify: Identify,
  groups: readonly RouteGroup[],
): readonly DeclaredRoute[] {
  const declared: DeclaredRoute[] = [];

  const verb =
    (method: 'GET' | 'POST' | 'PUT' | 'DELETE'): Verb =>
    (path, declaration, handler) => {
      if (!path.startsWith('/organizations/:organization')) throw new Error(`${path} belongs to no organization`);
      declared.push({ method, path, allow: declaration.allow });
      http.route({
        method,
        url: `/api${path}`,
        ...limits(declaration),
        schema: schemaOf(declaration, path),
        handler: async (request, reply) => {
          const { organization } = request.params as { organization: string };
          const identified = await identify.member(
            request,
            organization,
            declaration.scope ?? (method === 'GET' ? 'read' : 'write'),
          );
          if (!identified.ok) return sendProblem(request, reply, identified);
          const access = identified.value;
          if (!mayCall(access, declaration.allow)) {
            // A route of the other side is not there at all; on one's own side one may know which role it needs.
            const own = rolesOf(declaration.allow, access.side);
            return sendProblem(
              request,
              reply,
              own.length === 0 ? refuse('not-found') : refuse('not-your-role', { roles: own.join(', ') }),
            );
          }
          const outcome = await handler({
            access,
            params: request.params,
            query: request.query,
            body: request.body,
            request,
            reply,
          } as never);
          return answer(request, reply, declaration.status, outcome);
        },
      });
    };

  const openVerb =
    (method: 'GET' | 'POST'): OpenVerb =>
    (path, declaration, handler) => {
      declared.push({ method, path, allow: [declaration.allow] });
      http.route({
        method,
        url: `/api${path}`,
        ...limits(declaration),
        schema: schemaOf(declaration, path),
        handler: async (request, reply) => {
          const visitor = await identify.visitor(request);
          if (declaration.allow === 'signed-in' && visitor.person === null)
            return sendProblem(request, reply, refuse('not-signed-in'));
          const language = languageOf(request.headers['accept-language']);
          const outcome = await handler({
            visitor,
            language,
            params: request.params,
            query: request.query,
            body: request.body,
            request,
            reply,
          } as never);
          return answer(request, reply, declaration.status, outcome);
        },
      });
    };

  const all: Routes = {
    get: verb('GET'),
    post: verb('POST'),
    put: verb('PUT'),
    delete: verb('DELETE'),
    open: { get: openVerb('GET'), post: openVerb('POST') },
  };
  for (const group of groups) group(all);
  return declared;
}

const limits = (declaration: { readonly bodyLimit?: number }): { bodyLimit?: number } =>
  declaration.bodyLimit === undefined ? {} : { bodyLimit: declaration.bodyLimit };

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number | undefined,
  outcome: unknown,
): FastifyReply {
  // The handler has sent a file or a stream itself. A reply is a promise of its own end: awaited, it gives nothing.
  if (outcome === reply || reply.sent) return reply;
  const result = outcome as Result<unknown>;
  return result.ok ? reply.status(status ?? 200).send(result.value) : sendProblem(request, reply, result);
}

const mayCall = (access: Access, allow: readonly Allow[]): boolean => {
  const roles = rolesOf(allow, access.side);
  return roles.includes('*') || holds(access, ...(roles as Role[]));
};

const rolesOf = (allow: readonly Allow[], side: Access['side']): string[] =>
  allow.filter((entry) => entry.startsWith(`${side}:`)).map((entry) => entry.slice(side.length + 1));

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    whatToDo: z.string(),
    extra: z.unknown().optional(),
  })
  .meta({ id: 'Problem' });

function schemaOf(
  declaration: { readonly summary: string; readonly status?: number } & Partial<
    Record<'params' | 'query' | 'body' | 'answer', Schema>
  >,
  path: string,
): object {
  const isBytes = declaration.body instanceof z.ZodCustom;
  return {
    summary: declaration.summary,
    tags: [path.split('/')[3]?.replace(/^:.*/, '') || 'organization'],
    ...paramsOf(declaration.params, path),
    ...(declaration.query === undefined ? {} : { querystring: declaration.query }),
    ...(declaration.body === undefined ? {} : { body: declaration.body }),
    ...(isBytes ? { consumes: ['application/octet-stream'] } : {}),
    response: {
      ...(declaration.answer === undefined ? {} : { [declaration.status ?? 200]: declaration.answer }),
      default: {
        description: 'A refusal: RFC 9457 problem',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}

/** What a route declares of its path, and the organization that stands in it. */
function paramsOf(params: Schema, path: string): { params?: z.ZodType } {
  const declared = params instanceof z.ZodObject ? params : z.object({});
  if (path.includes(':organization')) return { params: declared.extend({ organization: z.string().max(48) }) };
  return params === undefined ? {} : { params: declared };
}
