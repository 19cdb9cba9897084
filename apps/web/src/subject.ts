/** Something that has a page: a rule, a proposal, a release. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** The room of each kind of subject: its path below `/o/:organization`, and the entry in the navigation that counts it. */
const rooms: Readonly<Record<string, { readonly path: string; readonly room: string }>> = {
  intervention: { path: '/interventions', room: 'interventions' },
  proposal: { path: '/proposals', room: 'proposals' },
  decision: { path: '/proposals', room: 'proposals' },
  rule: { path: '/rules', room: 'rules' },
  transmission: { path: '/transmissions', room: 'transmissions' },
  disclosure: { path: '/disclosures', room: 'transmissions' },
  customer: { path: '/customers', room: 'customers' },
  requirement: { path: '/requirements', room: 'requirements' },
  // What waits of a catalogue are its gaps.
  catalogue: { path: '/catalogues', room: 'coverage' },
  audit: { path: '/audits', room: 'audits' },
  finding: { path: '/findings', room: 'findings' },
  certificate: { path: '/certificates', room: 'certificates' },
  expectation: { path: '/expectations', room: 'expectations' },
  theme: { path: '/themes', room: 'themes' },
  mandate: { path: '/mandates', room: 'mandates' },
  release: { path: '/releases', room: 'releases' },
  message: { path: '/messages', room: 'releases' },
  interchange: { path: '/messages', room: 'releases' },
  promise: { path: '/promises', room: 'promises' },
  offer: { path: '/offers', room: 'promises' },
  plan: { path: '/plan/drafts', room: 'plan' },
  cumulative: { path: '/cumulatives', room: 'cumulatives' },
  shipment: { path: '/shipments', room: 'shipments' },
  entry: { path: '/ledger', room: 'ledger' },
};

/** The address of a subject's page. A kind without a page of its own leads to the organization's first page. */
export function pathOfSubject(organization: string, { kind, id }: Subject): string {
  const known = rooms[kind];
  return known === undefined ? `/o/${organization}` : `/o/${organization}${known.path}/${encodeURIComponent(id)}`;
}

/** What waits for me, by room: how much, and whether anything of it is past its term. A line may stand for several things of its room. */
export function badgesOf(
  lines: readonly { readonly subject: Subject; readonly due: string | null; readonly count?: number | undefined }[],
  now: string,
): ReadonlyMap<string, { readonly count: number; readonly late: boolean }> {
  const badges = new Map<string, { count: number; late: boolean }>();
  const at = Temporal.Instant.from(now);
  const add = (room: string, count: number, late: boolean): void => {
    const badge = badges.get(room) ?? { count: 0, late: false };
    badges.set(room, { count: badge.count + count, late: badge.late || late });
  };
  for (const { subject, due, count = 1 } of lines) {
    const late = due !== null && Temporal.Instant.compare(due, at) < 0;
    add('home', 1, late);
    const room = rooms[subject.kind]?.room;
    if (room !== undefined) add(room, count, late);
  }
  return badges;
}
