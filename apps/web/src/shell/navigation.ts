import {
  IconAdjustments,
  IconAlertHexagon,
  IconBook2,
  IconBuilding,
  IconBuildingFactory2,
  IconCertificate,
  IconChecklist,
  IconClipboardCheck,
  IconFileImport,
  IconFileText,
  IconGitPullRequest,
  IconHome,
  IconIdBadge2,
  IconInbox,
  IconLayoutGrid,
  IconMessageCircle,
  IconMicrophone,
  IconQuote,
  IconReceipt,
  IconScale,
  IconSend,
  IconShieldCheck,
  IconStack2,
  IconSum,
  IconTimeline,
  IconTruck,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { catalogues } from '../texts/catalogues.ts';
import type { Membership } from '../queries.ts';

type Name = keyof (typeof catalogues)['en']['frame']['room'];

type WayIn = 'certification' | 'voice' | 'planning';

export interface Item {
  /** Names the text `room.<name>`, and the badge in what the server counts as waiting for me. */
  readonly name: Name;
  /** Below `/o/:organization`. */
  readonly path: string;
  /** Other paths whose pages stand under it. */
  readonly under?: readonly string[];
  readonly icon: TablerIcon;
  /** The key after `g`. */
  readonly key?: string;
  /** Roles that see it; everybody unless said. */
  readonly roles?: readonly string[];
  /** Shown only where the organization uses this way in: a customer's side has one section for all. */
  readonly wayIn?: WayIn;
}

export interface Section {
  readonly name: Name | null;
  /** Shown only where the organization uses this way in. */
  readonly wayIn?: WayIn;
  /** Roles for which it stands open at first; for the others it starts closed. */
  readonly at?: readonly string[];
  readonly items: readonly Item[];
}

const core: Section = {
  name: null,
  items: [
    { name: 'home', path: '', icon: IconInbox, key: 'h' },
    { name: 'interventions', path: '/interventions', icon: IconQuote, key: 'i' },
    { name: 'proposals', path: '/proposals', icon: IconGitPullRequest, key: 'p' },
    { name: 'rules', path: '/rules', icon: IconFileText, key: 'r' },
    { name: 'transmissions', path: '/transmissions', under: ['/disclosures'], icon: IconSend, key: 't' },
    { name: 'customers', path: '/customers', icon: IconBuilding },
  ],
};

const certification: Section = {
  name: 'certification',
  wayIn: 'certification',
  at: ['quality-manager', 'administrator', 'member'],
  items: [
    { name: 'procedures', path: '/procedures', icon: IconBook2 },
    { name: 'requirements', path: '/requirements', under: ['/catalogues'], icon: IconChecklist },
    { name: 'coverage', path: '/coverage', icon: IconLayoutGrid, key: 'c' },
    { name: 'audits', path: '/audits', icon: IconClipboardCheck },
    { name: 'findings', path: '/findings', icon: IconAlertHexagon },
    { name: 'certificates', path: '/certificates', icon: IconCertificate },
  ],
};

const voice: Section = {
  name: 'voice',
  wayIn: 'voice',
  at: ['technician', 'team-lead', 'quality-manager', 'administrator'],
  items: [
    { name: 'capture', path: '/capture', icon: IconMicrophone },
    { name: 'expectations', path: '/expectations', icon: IconMessageCircle },
    { name: 'themes', path: '/themes', icon: IconStack2 },
    { name: 'mandates', path: '/mandates', icon: IconIdBadge2 },
  ],
};

const planning: Section = {
  name: 'planning',
  wayIn: 'planning',
  at: ['planner', 'team-lead', 'administrator'],
  items: [
    { name: 'releases', path: '/releases', icon: IconFileImport },
    { name: 'plan', path: '/plan', icon: IconTimeline, key: 'l' },
    { name: 'promises', path: '/promises', icon: IconShieldCheck },
    { name: 'cumulatives', path: '/cumulatives', icon: IconSum },
    { name: 'shipments', path: '/shipments', icon: IconTruck },
    { name: 'plant', path: '/plant', icon: IconBuildingFactory2 },
  ],
};

const foot: Section = {
  name: null,
  items: [
    { name: 'ledger', path: '/ledger', icon: IconReceipt },
    {
      name: 'settings',
      path: '/settings',
      icon: IconAdjustments,
      roles: ['administrator', 'quality-manager', 'planner'],
    },
  ],
};

const all = ['approver', 'reader'];
const customer: Section = {
  name: null,
  items: [
    { name: 'customerHome', path: '', icon: IconHome, key: 'h' },
    { name: 'received', path: '/transmissions', icon: IconSend, key: 't', roles: [...all, 'auditor'] },
    {
      name: 'requirements',
      path: '/requirements',
      under: ['/catalogues'],
      icon: IconChecklist,
      roles: [...all, 'auditor'],
      wayIn: 'certification',
    },
    {
      name: 'auditsAndFindings',
      path: '/audits',
      icon: IconClipboardCheck,
      roles: [...all, 'auditor'],
      wayIn: 'certification',
    },
    {
      name: 'certificates',
      path: '/certificates',
      icon: IconCertificate,
      roles: [...all, 'auditor'],
      wayIn: 'certification',
    },
    { name: 'schedules', path: '/releases', icon: IconFileImport, roles: [...all, 'scheduler'], wayIn: 'planning' },
    { name: 'offers', path: '/promises', icon: IconShieldCheck, roles: [...all, 'scheduler'], wayIn: 'planning' },
    {
      name: 'shipmentsAndCumulatives',
      path: '/shipments',
      icon: IconTruck,
      roles: [...all, 'scheduler'],
      wayIn: 'planning',
    },
    { name: 'said', path: '/said', icon: IconQuote, key: 'i', roles: all },
    { name: 'speaks', path: '/mandates', icon: IconIdBadge2, roles: all, wayIn: 'voice' },
    { name: 'proof', path: '/ledger', icon: IconReceipt },
  ],
};

/** The bottom bar of a technician's phone. */
export const technicianBar: readonly Item[] = [
  { name: 'capture', path: '/capture', icon: IconMicrophone },
  { name: 'team', path: '/team', icon: IconUsersGroup },
  { name: 'toSend', path: '/to-send', icon: IconSend },
  { name: 'decide', path: '/proposals', icon: IconScale },
];

/** The address of an entry in one organization. */
export const addressOf = (organization: string, { path }: Item): string => `/o/${organization}${path}`;

/**
 * The rooms that one membership has, in their order. An entry appears when its page exists in the program: `exists` is
 * asked with the route's full path.
 */
export function sectionsFor(membership: Membership, exists: (path: string) => boolean): readonly Section[] {
  const uses = (wayIn: WayIn | undefined): boolean =>
    wayIn === undefined || membership.organization.waysIn.includes(wayIn);
  const sections = membership.side === 'customer' ? [customer] : [core, certification, voice, planning, foot];
  return sections
    .filter(({ wayIn }) => uses(wayIn))
    .map((section) => ({
      ...section,
      items: section.items.filter(
        ({ path, roles, wayIn }) =>
          exists(`/o/$organization${path === '' ? '/' : path}`) &&
          uses(wayIn) &&
          (roles === undefined || roles.some((role) => membership.roles.includes(role))),
      ),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The entry under which a page stands: the one with the longest path that the page's address begins with. */
export function entryOf(sections: readonly Section[], { pathname }: { readonly pathname: string }): Item | null {
  const path = pathname.replace(/^\/o\/[^/]+/, '').replace(/\/$/, '');
  const stands = (at: string): boolean => path === at || (at !== '' && path.startsWith(`${at}/`));
  const fitting = sections
    .flatMap(({ items }) => items)
    .filter((item) => stands(item.path) || item.under?.some(stands) === true);
  return fitting.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}
