import { useTranslation } from 'react-i18next';
import type { PlanRow } from './queries.ts';

/** What a plan was made for: "after release 4711 of Norvik", "changed by hand by Sacha". */
export function useBecause(): (plan: Pick<PlanRow, 'because' | 'base'>) => string {
  const { t } = useTranslation('plan');
  return ({ because, base }) => {
    const { release, customer, person } = because;
    if (release !== null) return t('because.release', { document: release.document, customer: customer ?? '' });
    if (base === null) return t('because.first');
    return t('because.hand', { person: person ?? '' });
  };
}
