import type { Costs, Plan, Violation } from '@coprod/planner';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../use-formats.ts';
import { lotsMoved } from './plan-difference.ts';
import classes from './plan-figures.module.css';

/** What is counted of a plan. */
export interface Counted {
  readonly plan: Plan;
  readonly late: number;
  /** Null to who may not see prices. */
  readonly costs: Costs | null;
}

interface PlanFiguresProps {
  readonly shown: Counted;
  readonly violations: readonly Violation[];
  /** The plan that it is held against; null where there is none. */
  readonly against: Counted | null;
  readonly currency: string;
}

/** The plan in one line of figures, each against the plan in force. */
export function PlanFigures({ shown, violations, against, currency }: PlanFiguresProps) {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  const money = (cents: number): string =>
    `${cents < 0 ? '\u2212' : cents > 0 ? '+' : ''}${formats.money(Math.round(Math.abs(cents) / 100), currency)}`;
  const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);
  const overtime = hoursOf(shown.plan) - (against ? hoursOf(against.plan) : 0);
  const changeovers = changeoversIn(shown.plan) - (against ? changeoversIn(against.plan) : 0);
  const stock =
    shown.costs && against?.costs && against.costs.holding > 0 ? shown.costs.holding / against.costs.holding - 1 : null;
  const figures: readonly (Figure | null)[] = [
    shown.costs && against?.costs
      ? { name: t('figures.cost'), value: money(shown.costs.total - against.costs.total) }
      : shown.costs && {
          name: t('figures.total'),
          value: formats.money(Math.round(shown.costs.total / 100), currency),
        },
    {
      name: t('figures.overtime'),
      value: against ? signed(overtime, formats.hours(overtime)) : formats.hours(overtime),
    },
    {
      name: t('figures.late'),
      value: against ? t('figures.lateWas', { count: shown.late, before: against.late }) : formats.number(shown.late),
      bad: shown.late > 0,
    },
    against && {
      name: t('figures.moved'),
      value: t('figures.movedOf', {
        moved: formats.number(lotsMoved(against.plan, shown.plan)),
        all: formats.number(shown.plan.lots.length),
      }),
    },
    {
      name: t('figures.changeovers'),
      value: against ? formats.signed(changeovers) : formats.number(changeovers),
    },
    stock === null
      ? null
      : { name: t('figures.stock'), value: signed(stock, formats.percent(stock)).replace('-', '\u2212') },
    violations.length === 0 ? null : { name: t('figures.broken'), value: formats.number(violations.length), bad: true },
  ];
  return (
    <dl className={classes.figures} aria-label={t('figures.label')}>
      {figures
        .filter((figure) => figure !== null)
        .map(({ name, value, bad = false }) => (
          <div key={name} data-bad={bad || undefined}>
            <dt>{name}</dt>
            <dd>
              {bad ? <span aria-hidden>▲ </span> : null}
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly bad?: boolean;
}

const hoursOf = (plan: Plan): number => plan.overtime.reduce((sum, { minutes }) => sum + minutes, 0) / 60;

const changeoversIn = (plan: Plan): number => plan.lots.filter((lot) => lot.setupStart !== lot.start).length;
