import { foundOrganization } from '../../access/found-organization.ts';
import { customerRoles, organizationRoles } from '../../access/roles.ts';
import type { Role } from '../../access/roles.ts';
import { paragraph } from '../../core/block.ts';
import { withClient } from '../../platform/with-client.ts';
import { type House, testPassword } from '../a-house.ts';
import type { Viewer } from './matrix.ts';
import { type Fitting, type Houses, type Table, dropChecks, plantRows, plantedId } from './plant-rows.ts';
import type { Owner, Secrets } from './secrets.ts';

/** Somebody who looks, and how: over HTTP with a session, and in the database with a signed context. */
export type Looker = Viewer & {
  readonly cookie: string;
  readonly person: string | undefined;
  readonly membership: string | undefined;
};

/** Tables whose rows are there already, since the program cannot run on planted ones; their secrets are told apart elsewhere. */
const real: ReadonlySet<string> = new Set([
  'access.organization',
  'core.ledger_node',
  'core.ledger_checkpoint',
  'core.ledger_key',
]);

/** What must fit for a row to be read at all. */
const fitting: Fitting = (column, secret, owner, houses) => {
  const onCustomersSide = houses[owner].customer !== null;
  switch (column) {
    case 'access.membership.side':
    case 'access.invitation.side':
      return { value: onCustomersSide ? 'customer' : 'organization' };
    case 'access.membership.roles':
    case 'access.invitation.roles':
      return { value: [onCustomersSide ? 'reader' : 'member'] };
    case 'core.search_document.audience':
      return {
        value: owner.startsWith('of customer') ? `customer:${houses[owner].customer}` : 'organization',
      };
    case 'core.block_version.kind':
    case 'core.draft_block.kind':
      return { value: 'paragraph' };
    case 'content':
      return { value: JSON.stringify(paragraph(secret())) };
    case 'core.parameter_version.name':
      return { value: 'notice-hours' };
    case 'core.act_rule.parameters':
      return { value: '{"notice-hours": 2}' };
    case 'voice.expectation.theme_id':
      // Joined to a theme, but for one that its team alone may see.
      return owner === 'ours' ? { value: null } : undefined;
    case 'changed':
      return { value: true };
    case 'value':
      return { value: '2' };
    case 'core.ledger_body.body':
      return { value: JSON.stringify({ text: secret() }) };
    default:
      return undefined;
  }
};

/** Two organizations, the first with two customers, secrets in every row, and everybody who looks. */
export async function fillTheHouse(
  house: House,
  tables: readonly Table[],
  secrets: Secrets,
): Promise<{
  readonly lookers: readonly Looker[];
  readonly slugOf: (owner: Owner) => string;
  readonly houses: Houses;
}> {
  const { parts } = house.server;
  const admin = { name: 'Robin', email: 'robin@other.test' };
  const { person } = await parts.signIn.register({ ...admin, password: testPassword });
  const other = await foundOrganization(
    parts.doors,
    {
      name: 'The other',
      language: 'en',
      timeZone: 'Europe/Paris',
      waysIn: ['certification', 'voice', 'planning'],
      demo: false,
      founder: { person, ...admin, roles: ['administrator', 'quality-manager', 'planner'] },
    },
    async () => false,
    parts.founding,
  );
  const houseOf = (owner: Owner, organization: string, hasCustomer: boolean): Houses[Owner] => ({
    organization,
    customer: hasCustomer ? plantedId(owner, 'customer_id') : null,
    membership: plantedId(owner, 'membership_id'),
  });
  const houses: Houses = {
    ours: houseOf('ours', house.organization, false),
    'of customer A': houseOf('of customer A', house.organization, true),
    'of customer B': houseOf('of customer B', house.organization, true),
    'of the other organization': houseOf('of the other organization', other.organization, true),
  };
  await withClient(house.database.connection('owner'), async (client) => {
    await dropChecks(client, tables);
    await client.query(`set session_replication_role = replica`);
    for (const table of tables)
      if (!real.has(table.name) && !table.name.startsWith('sec.'))
        await plantRows(client, table, houses, secrets, fitting);
    for (const owner of ['ours', 'of the other organization'] as const) {
      const name = secrets.plant({ table: 'access.organization', column: 'name', owner });
      await client.query('update access.organization set name = $1 where organization_id = $2', [
        name,
        houses[owner].organization,
      ]);
    }
  });

  const at = async (where: Viewer['at'], role: Role, customer: string | null): Promise<Looker> => {
    const someone = await house.addPerson(`Viewer ${role}`, [role], customer === null ? {} : { customer });
    return { name: `${role}, ${where}`, at: where, role, ...pick(someone) };
  };
  const lookers: Looker[] = [];
  for (const role of organizationRoles) lookers.push(await at('organization', role, null));
  for (const role of ['technician', 'team-lead'] as const) {
    const peer = await house.addPerson(`Viewer ${role}`, [role], { team: plantedId('ours', 'team_id') });
    lookers.push({ name: `${role} of the team`, at: 'organization', role, isOfTheTeam: true, ...pick(peer) });
  }
  for (const role of customerRoles) lookers.push(await at('customer A', role, houses['of customer A'].customer));
  lookers.push(await at('customer B', 'approver', houses['of customer B'].customer));
  lookers.push({
    name: 'administrator, other organization',
    at: 'other organization',
    role: 'administrator',
    cookie: await signIn(`http://localhost:${new URL(house.server.url).port}`, admin.email),
    person,
    membership: other.membership,
  });
  lookers.push({
    name: 'nobody signed in',
    at: 'nowhere',
    role: null,
    cookie: '',
    person: undefined,
    membership: undefined,
  });
  return { lookers, houses, slugOf: (owner) => (owner === 'of the other organization' ? other.slug : house.slug) };
}

const pick = ({ cookie, person, membership }: { cookie: string; person: string; membership: string }) => ({
  cookie,
  person,
  membership,
});

/** @param origin as browsers know it */
async function signIn(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password: testPassword }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
}
