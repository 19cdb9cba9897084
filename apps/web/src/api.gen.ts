/**
 * The paths of the server, as openapi-typescript writes them from /openapi.json. Written by hand until the generated file
 * replaces it; nothing but `api.ts` and types of answers depend on it.
 */
type Json<T> = { headers: { [name: string]: unknown }; content: { 'application/json': T } };
type None = { query?: never; header?: never; path?: never; cookie?: never };
type Operation<Params, Answer> = {
  parameters: Omit<None, keyof Params> & Params;
  requestBody?: never;
  responses: { 200: Json<Answer>; default: Json<components['schemas']['Problem']> };
};
type Verbs = { put?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never };
type Get<Params, Answer> = { parameters: None; get: Operation<Params, Answer>; post?: never } & Verbs;
type Post<Params, Body, Answer> = {
  parameters: None;
  get?: never;
  post: Body extends undefined
    ? Operation<Params, Answer>
    : Omit<Operation<Params, Answer>, 'requestBody'> & { requestBody: { content: { 'application/json': Body } } };
} & Verbs;
type Organization = { path: { organization: string } };
type Schemas = components['schemas'];

export interface paths {
  '/api/me': Get<object, Schemas['Me']>;
  '/api/welcome/{token}': Get<{ path: { token: string } }, { open: boolean }>;
  '/api/welcome': Post<object, Schemas['Founding'], { slug: string }>;
  '/api/welcome/demo': Post<object, { token: string }, { slug: string }>;
  '/api/invitations/{token}': Get<{ path: { token: string } }, Schemas['Invitation']>;
  '/api/invitations/{token}/acceptance': Post<
    { path: { token: string } },
    { name?: string; password?: string },
    { slug: string }
  >;
  '/api/organizations/{organization}/waiting': Get<Organization, { lines: Schemas['WaitingLine'][]; now: string }>;
  '/api/organizations/{organization}/search': Get<
    Organization & { query: { q: string } },
    { found: { kind: string; id: string; label: string; title: string; passage: string }[] }
  >;
  '/api/organizations/{organization}/notices': Get<
    Organization,
    { rows: Schemas['Notice'][]; next: string | null; unseen: number }
  >;
  '/api/organizations/{organization}/notices/seen': Post<Organization, undefined, Record<string, never>>;
  '/api/organizations/{organization}/demo/people': Get<Organization, { rows: Schemas['DemoPerson'][] }>;
  '/api/organizations/{organization}/demo/step-into': Post<Organization, { membership: string }, { slug: string }>;
}

export interface components {
  schemas: {
    Problem: { type: string; title: string; status: number; code: string; whatToDo: string; extra?: unknown };
    Me: { person: { id: string; name: string; email: string } | null; memberships: Schemas['Membership'][] };
    Membership: {
      membership: string;
      organization: {
        slug: string;
        name: string;
        language: 'en' | 'fr';
        timeZone: string;
        waysIn: string[];
        demo: boolean;
      };
      side: 'organization' | 'customer';
      customer: string | null;
      name: string;
      roles: string[];
    };
    Founding: {
      token: string;
      name: string;
      language: 'en' | 'fr';
      timeZone: string;
      waysIn: ('certification' | 'voice' | 'planning')[];
      person: { name: string; email: string; password: string };
    };
    Invitation: {
      organization: string;
      inviter: string;
      email: string;
      side: 'organization' | 'customer';
      customer: string | null;
      roles: string[];
      /** Whether the address has an account already, told only to who holds the link. */
      known: boolean;
    };
    WaitingLine: {
      act: string;
      subject: { kind: string; id: string };
      label: string;
      title: string;
      words: { text: string; language: string } | null;
      channel: 'certification' | 'voice' | 'planning' | null;
      reason: string;
      due: string | null;
      since: string;
    };
    Notice: { id: string; at: string; text: string; subject: { kind: string; id: string }; seen: boolean };
    DemoPerson: {
      membership: string;
      name: string;
      side: 'organization' | 'customer';
      customer: string | null;
      roles: string[];
      organization: string;
    };
  };
}
