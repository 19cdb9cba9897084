import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningCoprod } from '@coprod/cli/test/a-coprod';
import { type Answer, type Caller, aCaller, ask } from './caller.ts';

/** An organization with everybody who is needed to bring load in by all three ways, founded over HTTP as people do it. */
export type FoundedHouse = {
  readonly slug: string;
  /** Administrator, quality manager, planner and team lead in one. */
  readonly founder: Caller;
  readonly technician: Caller;
  readonly approver: Caller;
  readonly customer: string;
  readonly catalogues: readonly string[];
  /** A procedure in force. */
  readonly procedure: string;
};

/** What the founder signs with. */
export const password = 'correct horse battery';

const none = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };

/** The token of the welcome link, which is printed a moment after the server answers. */
export async function welcomeOf(server: RunningCoprod): Promise<string> {
  for (let tries = 0; tries < 500; tries += 1) {
    const token = /token=([\w-]+)/.exec(server.output())?.[1];
    if (token !== undefined) return token;
    await pause(10);
  }
  throw new Error(`no welcome link in: ${server.output()}`);
}

/**
 * Founds an organization by the welcome link of a first start.
 * @param origin where a server answers, asked at each call
 */
export async function foundHouse(origin: () => string, token: string): Promise<FoundedHouse> {
  const founded = await ask(origin(), 'POST', '/api/welcome', {
    token,
    name: 'Ateliers Morvane',
    language: 'en',
    timeZone: 'Europe/Paris',
    waysIn: ['certification', 'voice', 'planning'],
    person: { name: 'Camille', email: 'camille@example.test', password },
  });
  assert.equal(founded.status, 201, JSON.stringify(founded.body));
  const { slug } = founded.body as { slug: string };
  const founder = aCaller(origin, slug, founded.cookie);
  const made = async (path: string, body: unknown): Promise<Answer['body']> => {
    const answer = await founder.call('POST', path, body);
    assert.ok(answer.status === 200 || answer.status === 201, `${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const joined = async (wish: { readonly name: string; readonly [key: string]: unknown }): Promise<Caller> => {
    const email = `${wish.name.toLowerCase()}@example.test`;
    const { link } = await made('/invitations', { email, ...wish });
    const invitation = new URL(link as string).pathname.split('/').at(-1)!;
    const path = `/api/invitations/${invitation}/acceptance`;
    const accepted = await ask(origin(), 'POST', path, { name: wish.name, password });
    assert.equal(accepted.status, 201, JSON.stringify(accepted.body));
    return aCaller(origin, slug, accepted.cookie);
  };
  const inForce = async (rule: Readonly<Record<string, unknown>>): Promise<string> => {
    const begun = await made('/proposals', { title: rule['title'], on: { kind: 'new-rule', rule } });
    const open = { title: rule['title'], method: 'by-owner', effect: none };
    await made(`/proposals/${begun.proposal}/open`, open);
    const signed = { meaning: 'I decide this for Ateliers Morvane', credential: { password } };
    await made(`/proposals/${begun.proposal}/decide`, { outcome: 'adopted', reasons: 'Agreed.', ...signed });
    return begun.rule as string;
  };

  const { id: team } = await made('/teams', { name: 'Team Nord' });
  const { id: customer } = await made('/customers', { name: 'Norvik Automobiles', language: 'en' });
  const technician = await joined({ name: 'Alix', team, roles: ['technician'] });
  const approver = await joined({ name: 'Charlie', customer, roles: ['approver'] });
  await made('/partners', { customer, sender: 'NORVIK', qualifier: 'ZZ' });
  const shared = { language: 'en', regulation: 'control' };
  await inForce({
    ...shared,
    kind: 'planning',
    title: 'Frozen days with Norvik',
    customer,
    parameters: { 'frozen-days': 7, 'tolerance-production': 15 },
  });
  const procedure = await inForce({
    ...shared,
    kind: 'procedure',
    title: 'Rinsing of drums',
    blocks: ['Drums are rinsed twice.', 'The rinse is logged.'].map((text) => ({
      kind: 'paragraph',
      runs: [{ text }],
    })),
  });
  const catalogues: string[] = [];
  for (let edition = 1; edition <= 20; edition += 1) {
    const wish = { customer, name: 'Supplier manual', edition: String(edition), language: 'en' };
    catalogues.push((await made('/catalogues', wish)).id as string);
  }
  return { slug, founder, technician, approver, customer, catalogues, procedure };
}
