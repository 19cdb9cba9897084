/** What a server answered. The body is whatever came. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = { readonly status: number; readonly body: any };

/** Somebody who calls a running server over HTTP, by the cookie of his session. */
export type Caller = {
  /**
   * @param path relative to the organization
   * @throws when no answer came: then nobody knows whether it was written
   */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Answer>;
};

/** @param origin asked at each call: where a server answers now */
export const aCaller = (origin: () => string, slug: string, cookie: string): Caller => ({
  call: (method, path, body) => ask(origin(), method, `/api/organizations/${slug}${path}`, body, { cookie }),
});

export async function ask(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer & { readonly cookie: string }> {
  const raw = body instanceof Uint8Array;
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0]!)
      .join('; '),
  };
}
