import { Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { requirementStates, type Totals } from './queries.ts';
import classes from './certification.module.css';

/** How many clauses are in each state, gaps first; each number leads to exactly what it counts. */
export function TotalsInWords({
  totals,
  of,
}: {
  readonly totals: Totals;
  readonly of: { readonly customer?: string; readonly catalogue?: string };
}) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  return (
    <Group component="ul" gap="0.25rem 1.25rem" className={classes.totals} aria-label={t('totals.label')}>
      {requirementStates
        .filter((state) => state === 'gap' || totals[state] > 0)
        .map((state) => (
          <li key={state} data-gap={(state === 'gap' && totals.gap > 0) || undefined}>
            {state === 'gap' && totals.gap > 0 ? <Icon of={IconAlertTriangle} size={16} /> : null}
            <TextLink
              c="inherit"
              to="/o/$organization/requirements"
              params={{ organization: slug }}
              search={{ ...of, state }}
            >
              {t(`totals.${state}`, { count: totals[state] })}
            </TextLink>
          </li>
        ))}
    </Group>
  );
}
