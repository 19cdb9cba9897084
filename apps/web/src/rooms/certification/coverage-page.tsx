import { Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { ButtonLink, TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { CoverageGrid } from './coverage-grid.tsx';
import { gapsFirst, sumOf } from './coverage.ts';
import { coverageGridQuery, coverageQuery } from './queries.ts';
import { TotalsInWords } from './totals-in-words.tsx';
import classes from './certification.module.css';

const route = getRouteApi('/o/$organization/coverage');

/** How far what customers require is answered: totals in words, then clause by customer, gaps first. On a phone catalogue by catalogue. */
export function CoveragePage() {
  const { t } = useTranslation('certification');
  const { t: frame } = useTranslation();
  const { slug, has } = useMember();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { order } = route.useSearch();
  const { data, error, refetch } = useQuery(coverageQuery(slug));
  const grid = useQuery({ ...coverageGridQuery(slug), enabled: !phone });
  const shown = useMemo(
    () =>
      grid.data === undefined || order === 'clauses' ? grid.data : { ...grid.data, rows: gapsFirst(grid.data.rows) },
    [grid.data, order],
  );
  if (data === undefined)
    return error === null ? (
      <Loader size="sm" aria-label={frame('loading')} />
    ) : (
      <RefusalOf error={error} onRetry={() => void refetch()} />
    );
  const totals = sumOf(data.rows.map((row) => row.totals));
  const filled = data.rows.filter((row) => sumOf([row.totals]).all > 0);
  if (totals.all === 0)
    return (
      <Stack gap="sm" align="flex-start">
        <PageTitle>{t('coverage.title')}</PageTitle>
        <Text fw={550}>{t('requirements.empty')}</Text>
        <Text c="dimmed">{t('requirements.emptyNext')}</Text>
        {has('quality-manager') ? (
          <ButtonLink variant="filled" to="/o/$organization/catalogues/new" params={{ organization: slug }}>
            {t('catalogues.begin')}
          </ButtonLink>
        ) : null}
      </Stack>
    );
  return (
    <Stack gap="md">
      <div>
        <PageTitle>{t('coverage.title')}</PageTitle>
        <Text c="dimmed" mb="sm">
          {t('coverage.of', { count: totals.all, catalogues: t('coverage.catalogues', { count: filled.length }) })}
        </Text>
        <TotalsInWords totals={totals} of={{}} />
      </div>
      {phone ? (
        <ul className={classes.lines}>
          {filled.map((row) => (
            <li key={row.id}>
              <div>
                <TextLink
                  fw={550}
                  to="/o/$organization/catalogues/$catalogue"
                  params={{ organization: slug, catalogue: row.id }}
                >{`${row.name}, ${row.edition}`}</TextLink>
                <Text c="dimmed" size="sm" mb="xs">
                  {row.customer.name}
                </Text>
                <TotalsInWords totals={row.totals} of={{ catalogue: row.id }} />
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <Group justify="space-between">
            <SegmentedControl
              size="xs"
              aria-label={t('coverage.order')}
              data={[
                { value: 'gaps', label: t('coverage.gapsFirst') },
                { value: 'clauses', label: t('coverage.byClause') },
              ]}
              value={order ?? 'gaps'}
              onChange={(value) =>
                void navigate({ to: '.', search: value === 'clauses' ? { order: 'clauses' } : {}, replace: true })
              }
            />
            <Text size="sm" c="dimmed">
              {t('coverage.keys')}
            </Text>
          </Group>
          <RefusalOf error={grid.error} onRetry={() => void grid.refetch()} />
          {shown === undefined ? null : <CoverageGrid grid={shown} />}
        </>
      )}
    </Stack>
  );
}
