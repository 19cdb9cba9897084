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
  '/api/welcome': Get<{ query: { token: string } }, { open: boolean }>;
  '/api/welcome/demo': Post<object, { token: string }, { organization: string }>;
  '/api/welcome/organization': Post<object, Schemas['Founding'], { organization: string }>;
  '/api/invitations/{token}': Get<{ path: { token: string } }, Schemas['Invitation']>;
  '/api/invitations/{token}/acceptance': Post<
    { path: { token: string } },
    { name?: string; password?: string },
    { organization: string }
  >;
  '/api/organizations/{organization}/waiting': Get<
    Organization,
    { counts: { [item: string]: { count: number; late: boolean } } }
  >;
  '/api/organizations/{organization}/search': Get<
    Organization & { query: { q: string } },
    { rows: Schemas['SearchHit'][] }
  >;
  '/api/organizations/{organization}/notices': Get<
    Organization,
    { rows: Schemas['Notice'][]; next: string | null; unseen: number }
  >;
  '/api/organizations/{organization}/notices/seen': Post<Organization, undefined, Record<string, never>>;
  '/api/organizations/{organization}/demo/people': Get<Organization, { rows: Schemas['DemoPerson'][] }>;
  '/api/organizations/{organization}/demo/step-into': Post<Organization, { membership: string }, { organization: string }>;
}

export interface components {
  schemas: {
    Problem: { type: string; title: string; status: number; code: string; whatToDo: string; extra?: unknown };
    Me: {
      person: { id: string; name: string; email: string };
      memberships: Schemas['Membership'][];
    };
    Membership: {
      id: string;
      name: string;
      side: 'organization' | 'customer';
      customer: { id: string; name: string } | null;
      roles: string[];
      team: string | null;
      organization: {
        id: string;
        slug: string;
        name: string;
        language: 'en' | 'fr';
        timeZone: string;
        waysIn: ('certification' | 'voice' | 'planning')[];
        demo: boolean;
      };
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
      /** Whether the address has an account already, known only to who holds the link. */
      known: boolean;
    };
    SearchHit: { kind: string; id: string; label: string | null; title: string; detail: string | null; path: string };
    Notice: { id: string; at: string; text: string; path: string; seen: boolean };
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
