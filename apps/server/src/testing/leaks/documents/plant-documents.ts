import { foundOrganization } from '../../../access/found-organization.ts';
import { customerRoles, organizationRoles } from '../../../access/roles.ts';
import type { Role } from '../../../access/roles.ts';
import { type House, type Someone, testPassword } from '../../a-house.ts';
import type { Viewer } from '../matrix.ts';
import { type Ground, done, makeGround } from './ground.ts';
import { plantAPlan } from './plant-a-plan.ts';
import { plantCallOffs } from './plant-call-offs.ts';
import { plantExpectations } from './plant-expectations.ts';
import { plantPeople } from './plant-people.ts';
import { type Crosswise, plantProcedure } from './plant-procedure.ts';
import { plantRequirements } from './plant-requirements.ts';
import type { Reader } from './readers.ts';

/** A house full of real documents, and everybody who looks. */
export type Documents = {
  readonly ground: Ground;
  readonly readers: readonly Reader[];
  /** Addresses of both organizations: ids of the one are asked for in the other too. */
  readonly slugs: readonly [ours: string, other: string];
  readonly crosswise: Crosswise;
};

/** @param begin called before the first document is made, so that it can listen */
export async function plantDocuments(begin: (readers: readonly Reader[], ground: Ground) => void): Promise<Documents> {
  const ground = await makeGround();
  try {
    const other = await anotherOrganization(ground.house);
    const readers = [...(await everybody(ground)), other.reader];
    begin(readers, ground);
    const crosswise = await plantProcedure(ground);
    await plantRequirements(ground);
    await plantExpectations(ground);
    await plantCallOffs(ground);
    await plantAPlan(ground);
    await plantPeople(ground);
    // Everybody inside has something on his list of what he did.
    const { rows } = await done(ground.camille.get('/rules'));
    for (const { at, someone } of readers)
      if (at === 'organization') await done(someone.post(`/rules/${rows.at(-1).id}/use`, { kind: 'read' }));
    return { ground, readers, slugs: [ground.house.slug, other.slug], crosswise };
  } catch (thrown) {
    await ground.house.close();
    throw thrown;
  }
}

async function everybody({ house, team, otherTeam, a, b }: Ground): Promise<Reader[]> {
  const readers: Reader[] = [];
  const add = async (at: Viewer['at'], role: Role, where: { customer?: string; team?: string } = {}) => {
    const here = where.team === undefined ? null : where.team === team ? 'the planted team' : 'another team';
    const name = [role, at, ...(here === null ? [] : [here])].join(', ');
    readers.push({ name, at, role, team: here, someone: await house.addPerson(`Viewer ${role}`, [role], where) });
  };
  await Promise.all([
    ...organizationRoles.flatMap((role) => {
      const isOfATeam = role === 'technician' || role === 'team-lead';
      if (!isOfATeam) return [add('organization', role)];
      return [add('organization', role, { team }), add('organization', role, { team: otherTeam })];
    }),
    ...customerRoles.map((role) => add('customer A', role, { customer: a.id })),
    ...customerRoles.map((role) => add('customer B', role, { customer: b.id })),
  ]);
  readers.push({ name: 'nobody signed in', at: 'nowhere', role: null, team: null, someone: withoutSession(house) });
  return readers;
}

const withoutSession = (house: House): Someone => ({ ...house.founder, name: 'nobody', cookie: '' });

async function anotherOrganization(house: House): Promise<{ readonly reader: Reader; readonly slug: string }> {
  const { parts, url } = house.server;
  const admin = { name: 'Robin', email: 'robin@other.test' };
  const { person } = await parts.signIn.register({ ...admin, password: testPassword });
  const { slug, membership } = await foundOrganization(
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
  const origin = `http://localhost:${new URL(url).port}`;
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: admin.email, password: testPassword }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const someone = { ...house.founder, name: admin.name, person, membership, cookie };
  return {
    reader: { name: 'other organization', at: 'other organization', role: 'administrator', team: null, someone },
    slug,
  };
}
