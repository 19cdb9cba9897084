import type { WaitingSource } from '../core/waiting.ts';
import { listCatalogues } from './catalogue-store.ts';
import { coverageTotals } from './coverage-store.ts';

/**
 * What customers require and no block in force answers, for the quality manager: one line a catalogue, for a line a clause would bury the
 * rest. It ends when the last gap is closed or judged. Policy: inside on certification.catalogue and certification.requirement.
 */
const gaps: WaitingSource = async (tx, access) => {
  if (access.side !== 'organization' || !access.roles.includes('quality-manager')) return [];
  const organization = access.organization.id;
  const open = (await coverageTotals(tx, organization)).filter((one) => one.state === 'gap');
  if (open.length === 0) return [];
  const catalogues = new Map((await listCatalogues(tx, organization)).map((row) => [row.catalogue_id, row]));
  return open.flatMap((one) => {
    const row = catalogues.get(one.catalogue_id);
    return row === undefined
      ? []
      : [
          {
            act: 'cover' as const,
            subject: { kind: 'catalogue', id: one.catalogue_id },
            label: row.customer,
            title: `${row.name}, ${row.edition}`,
            words: null,
            channel: 'certification' as const,
            reason: String(one.count),
            due: null,
            since: one.since,
            count: one.count,
          },
        ];
  });
};

export const waitingInCertification: readonly WaitingSource[] = [gaps];
