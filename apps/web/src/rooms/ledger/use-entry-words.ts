import { useTranslation } from 'react-i18next';
import { catalogues } from '../../texts/catalogues.ts';

type Words = (typeof catalogues)['en']['ledger'];

/** How an entry's kind and its subject's kind are called; what this program does not know yet keeps its own name. */
export function useEntryWords() {
  const { t } = useTranslation('ledger');
  return {
    kind: (kind: string): string => (isIn(catalogues.en.ledger.kind, kind) ? t(`kind.${kind}`) : kind),
    subject: (kind: string): string => (isIn(catalogues.en.ledger.subject, kind) ? t(`subject.${kind}`) : kind),
  };
}

/** All kinds of entries, in the order of the catalogue: what a list can be narrowed to. */
export const entryKinds = Object.keys(catalogues.en.ledger.kind) as (keyof Words['kind'])[];

const isIn = <Known extends object>(known: Known, name: string): name is Extract<keyof Known, string> =>
  Object.hasOwn(known, name);
