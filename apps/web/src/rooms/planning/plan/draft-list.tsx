import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../../components/state-badge.tsx';
import { useChanged } from '../../../live.ts';
import { TextLink } from '../../../shell/link.tsx';
import { useMember } from '../../../shell/member.ts';
import { useFormats } from '../../../use-formats.ts';
import classes from './draft-list.module.css';
import { draftsQuery, type PlanRow } from './queries.ts';
import { useBecause } from './use-because.ts';

/** The drafts that wait for the planner, newest first; one that arrives appears in place. */
export function DraftList({ without }: { readonly without?: string }) {
  const { t } = useTranslation('plan');
  const { slug } = useMember();
  const changed = useChanged();
  const { data } = useQuery(draftsQuery(slug));
  const rows = data?.rows.filter(({ id }) => id !== without) ?? [];
  if (data === undefined || (rows.length === 0 && without !== undefined)) return null;
  return (
    <section aria-labelledby="drafts">
      <Title order={2} id="drafts" mb="xs">
        {t('drafts.title')}
      </Title>
      {rows.length === 0 ? <Text c="dimmed">{t('drafts.none')}</Text> : null}
      <ul className={classes.list} aria-live="polite">
        {rows.map((row) => (
          <li key={row.id} data-changed={changed.has(row.id) || undefined}>
            <DraftLine row={row} slug={slug} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DraftLine({ row, slug }: { readonly row: PlanRow; readonly slug: string }) {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  const because = useBecause();
  return (
    <Group gap="sm">
      <TextLink fw={550} to="/o/$organization/plan/drafts/$plan" params={{ organization: slug, plan: row.id }}>
        {t('drafts.one', { number: row.number })}
      </TextLink>
      <Text>{because(row)}</Text>
      <Stack gap={0}>
        {row.late > 0 ? (
          <ToneBadge tone="red">{t('drafts.late', { count: row.late })}</ToneBadge>
        ) : (
          <ToneBadge tone="green">{t('drafts.allInTime')}</ToneBadge>
        )}
      </Stack>
      <Text c="dimmed">{formats.relative(row.madeAt)}</Text>
    </Group>
  );
}
