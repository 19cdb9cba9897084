import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Membership } from '../queries.ts';
import { entryOf, sectionsFor } from './navigation.ts';

const everything = () => true;

test('a planner sees the sections of the ways in that his organization uses', () => {
  const sections = sectionsFor(member({ roles: ['planner'], waysIn: ['planning'] }), everything);
  assert.deepEqual(names(sections), [
    'home',
    'interventions',
    'proposals',
    'rules',
    'transmissions',
    'customers',
    'releases',
    'plan',
    'promises',
    'cumulatives',
    'shipments',
    'plant',
    'ledger',
    'settings',
  ]);
});

test('who may invite finds the settings, nobody else', () => {
  const has = (role: string): boolean =>
    names(sectionsFor(member({ roles: [role], waysIn: [] }), everything)).includes('settings');
  assert.deepEqual(['administrator', 'quality-manager', 'planner'].map(has), [true, true, true]);
  assert.deepEqual(['team-lead', 'technician', 'member'].map(has), [false, false, false]);
});

test('a customer’s auditor sees documents, requirements, audits and certificates, and nothing of the plant', () => {
  const sections = sectionsFor(
    member({ side: 'customer', roles: ['auditor'], waysIn: ['certification', 'planning'] }),
    everything,
  );
  assert.deepEqual(names(sections), [
    'customerHome',
    'received',
    'requirements',
    'auditsAndFindings',
    'certificates',
    'proof',
  ]);
});

test('a customer sees no room of a way in that the organization does not use', () => {
  const sections = sectionsFor(member({ side: 'customer', roles: ['approver'], waysIn: ['voice'] }), everything);
  assert.deepEqual(names(sections), ['customerHome', 'received', 'said', 'speaks', 'proof']);
});

test('a room without a page is not offered', () => {
  const sections = sectionsFor(member({ roles: [], waysIn: ['voice'] }), (path) => path === '/o/$organization/themes');
  assert.deepEqual(names(sections), ['themes']);
});

test('a page stands under the nearest room, procedures under their own, catalogues under requirements', () => {
  const sections = sectionsFor(member({ roles: [], waysIn: ['certification'] }), everything);
  const at = (pathname: string) => entryOf(sections, { pathname });
  assert.equal(at('/o/morvane/proposals/0192')?.name, 'proposals');
  assert.equal(at('/o/morvane/rules')?.name, 'rules');
  assert.equal(at('/o/morvane/procedures/new')?.name, 'procedures');
  assert.equal(at('/o/morvane/catalogues/0192/import')?.name, 'requirements');
  assert.equal(at('/o/morvane/disclosures/0192')?.name, 'transmissions');
  assert.equal(at('/o/morvane/')?.name, 'home');
  assert.equal(at('/o/morvane/nowhere'), null);
});

function names(sections: ReturnType<typeof sectionsFor>): string[] {
  return sections.flatMap(({ items }) => items.map(({ name }) => name));
}

function member(facts: {
  side?: 'organization' | 'customer';
  roles: string[];
  waysIn: ('certification' | 'voice' | 'planning')[];
}): Membership {
  return {
    membership: 'm-1',
    name: 'Sacha',
    side: facts.side ?? 'organization',
    customer: facts.side === 'customer' ? 'Norvik' : null,
    roles: facts.roles,
    organization: {
      slug: 'morvane',
      name: 'Ateliers Morvane',
      language: 'fr',
      timeZone: 'Europe/Paris',
      waysIn: facts.waysIn,
      demo: false,
    },
  };
}
