import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../../use-formats.ts';
import type { PlanDifference } from '../plan-difference.ts';

/** So many consequences are named one by one. */
const named = 3;

export interface DifferenceWords {
  /** "costs €420 more"; without prices, whether something gets later. */
  readonly headline: (difference: PlanDifference) => string;
  /** The greatest terms: "changeovers +€180, lateness +€240". */
  readonly terms: (difference: PlanDifference) => string;
  /** What gets late, is in time again, and breaks. */
  readonly consequences: (difference: PlanDifference) => { readonly bad: boolean; readonly text: string }[];
}

/** A difference between two plans as a colleague would tell it. */
export function useDifferenceWords(currency: string, prices: boolean): DifferenceWords {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  /** Cents only where there is less than one of the currency. */
  const money = (cents: number): string => {
    const amount = Math.abs(cents) / 100;
    return formats.money(amount < 1 ? amount : Math.round(amount), currency);
  };
  const signed = (cents: number): string => `${cents < 0 ? '\u2212' : '+'}\u2060${money(cents)}`;
  const some = (bad: boolean, texts: readonly string[]): { bad: boolean; text: string }[] => [
    ...texts.slice(0, named).map((text) => ({ bad, text })),
    ...(texts.length > named ? [{ bad, text: t('try.more', { count: texts.length - named }) }] : []),
  ];
  return {
    headline: ({ total, newlyLate }) => {
      if (!prices) return newlyLate.length === 0 ? t('try.samePlan') : t('late.title');
      if (total === 0) return t('try.same');
      return total > 0 ? t('try.costs', { money: money(total) }) : t('try.saves', { money: money(total) });
    },
    terms: ({ terms }) =>
      prices
        ? terms
            .slice(0, named)
            .map(({ term, cents }) => `${t(`term.${term}`)}\u00a0${signed(cents)}`)
            .join(', ')
        : '',
    consequences: ({ newlyLate, inTimeAgain, broken }) => [
      ...some(
        true,
        newlyLate.map(({ item, customer }) => t('try.late', { item, customer })),
      ),
      ...some(
        false,
        inTimeAgain.map(({ item, customer }) => t('try.inTime', { item, customer })),
      ),
      ...(broken.length === 0
        ? [{ bad: false, text: t('try.breaksNothing') }]
        : some(
            true,
            broken.map(({ rule, at }) => t('try.breaks', { what: t(`rule.${rule}`, { at }) })),
          )),
    ],
  };
}
