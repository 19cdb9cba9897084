import createClient from 'openapi-fetch';
import type { paths } from './api.gen.ts';
import { chosenMembership } from './membership.ts';
import { problemOf, Refused } from './problem.ts';
import { currentLanguage } from './texts/language.ts';

/**
 * The server's API, typed by its OpenAPI document. Each request says in which language to answer and, where a person
 * stands on several sides of an organization, for which of them he asks. Use it through {@link ask}.
 *
 *     const rule = await ask(api.GET('/api/organizations/{organization}/rules/{id}', { params: { path } }));
 */
export const api = createClient<paths>({ baseUrl: location.origin });

api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headersFor(request.url))) request.headers.set(name, value);
    return request;
  },
});

/** The headers that every request to the server carries, for those that openapi-fetch does not send (files, streams). */
export function headersFor(url: string): Record<string, string> {
  const organization = /\/api\/organizations\/([^/?]+)/.exec(url)?.[1];
  const membership = organization === undefined ? null : chosenMembership(decodeURIComponent(organization));
  return {
    'Accept-Language': currentLanguage(),
    ...(membership === null ? {} : { 'Coprod-Membership': membership }),
  };
}

/**
 * The answer of a call, or {@link Refused} with the problem that the server tells; without an answer at all the code of
 * the problem is `unreachable`.
 */
export async function ask<Answer>(
  call: Promise<{ data?: Answer; error?: unknown; response: Response }>,
): Promise<Exclude<Answer, undefined>> {
  const { data, error, response } = await call.catch((reason: unknown) => {
    if (reason instanceof TypeError) throw new Refused(problemOf(undefined, 0)); // fetch had no answer
    throw reason;
  });
  if (!response.ok || error !== undefined) throw new Refused(problemOf(error, response.status));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- openapi-fetch fills `data` whenever there is no error
  return data as Exclude<Answer, undefined>;
}
