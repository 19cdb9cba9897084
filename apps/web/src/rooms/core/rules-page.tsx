import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Text } from '@mantine/core';
import { ColleagueDrawer } from '../../components/colleague-drawer.tsx';
import { useListSearch } from '../../components/list-search.ts';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { RulePeek } from './peeks.tsx';
import { type RuleRow, rulesQuery } from './queries.ts';
import { useHandOver } from './use-hand-over.ts';

const peek = (row: RuleRow) => <RulePeek id={row.id} />;

/**
 * The rules of the house that are in force.
 * @param kind fixes the kind: the procedures' own list
 * @param act the filled act in the place of writing any rule
 */
export function RulesPage({ kind, act }: { readonly kind?: 'procedure'; readonly act?: ReactNode }) {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { slug, membership, has } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    rulesQuery(slug, { kind: kind ?? search['kind'], regulation: search['regulation'], sort: search.sort }),
  );
  const rows = data?.pages.flatMap((page) => page.rows);
  const kinds = (['procedure', 'planning', 'service'] as const).map((value) => ({
    value,
    label: frame(`kind.${value}`),
  }));
  const regulations = (['control', 'autonomous', 'joint'] as const).map((value) => ({
    value,
    label: frame(`regulation.${value}`),
  }));
  // One's own may be handed over by oneself, all by the quality manager; the server says so of each.
  const mayHandOver = has('quality-manager') || rows?.some((row) => row.ownerId === membership) === true;
  const [handing, setHanding] = useState<readonly string[]>();
  const handOver = useHandOver();
  const navigate = useNavigate();
  return (
    <>
      <ObjectList
        name="rules"
        title={kind === undefined ? t('rules.title') : t('rules.procedures')}
        columns={[
          {
            key: 'title',
            label: t('rules.name'),
            render: (row) => row.title,
            plain: (row) => row.title,
            card: 'first',
          },
          {
            key: 'label',
            label: t('rules.label'),
            render: (row) => row.label,
            plain: (row) => row.label,
            width: '110px',
            card: 'second',
          },
          {
            key: 'kind',
            label: t('rules.kind'),
            render: (row) => frame(`kind.${row.kind}`),
            plain: (row) => row.kind,
            width: '120px',
            card: 'none',
          },
          {
            key: 'regulation',
            label: t('rules.regulation'),
            render: (row) => frame(`regulation.${row.regulation}`),
            plain: (row) => row.regulation,
            width: '110px',
            card: 'none',
          },
          {
            key: 'version',
            label: t('rules.version'),
            render: (row) => `v${row.version}`,
            plain: (row) => row.version,
            numeric: true,
            width: '80px',
            card: 'second',
          },
          {
            key: 'inUse',
            label: t('rules.inUse'),
            render: (row) => formats.number(row.inUse),
            plain: (row) => row.inUse,
            numeric: true,
            width: '90px',
            card: 'none',
          },
          {
            key: 'owner',
            label: t('rules.owner'),
            render: (row) => row.owner,
            plain: (row) => row.owner,
            width: '130px',
            card: 'none',
          },
          {
            key: 'customer',
            label: t('rules.customer'),
            render: (row) => row.customer ?? '',
            plain: (row) => row.customer ?? '',
            width: '150px',
            card: 'none',
          },
          {
            key: 'reviewOn',
            label: t('rules.review'),
            render: (row) => (row.reviewOn === null ? '' : formats.date(row.reviewOn)),
            plain: (row) => row.reviewOn ?? '',
            sortable: true,
            width: '120px',
            card: 'none',
          },
        ]}
        rows={rows}
        keyOf={(row) => row.id}
        nameOf={(row) => row.title}
        addressOf={(row) => pathOfSubject(slug, { kind: 'rule', id: row.id })}
        search={search}
        onSearch={onSearch}
        filters={[
          ...(kind === undefined ? [{ key: 'kind', label: t('rules.kind'), options: kinds }] : []),
          { key: 'regulation', label: t('rules.regulation'), options: regulations },
        ]}
        onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
        loadingOlder={isFetchingNextPage}
        bulk={mayHandOver ? [{ name: t('rules.setOwner'), run: setHanding }] : []}
        peek={peek}
        onCreate={() => void navigate({ to: '/o/$organization/rules/new', params: { organization: slug } })}
        act={
          act ?? (
            <ButtonLink variant="filled" to="/o/$organization/rules/new" params={{ organization: slug }}>
              {t('rules.write')}
            </ButtonLink>
          )
        }
        empty={
          <>
            <Text fw={550}>{t('rules.empty')}</Text>
            <Text c="dimmed">{t('rules.emptyNext')}</Text>
          </>
        }
        problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
      />
      {handing === undefined ? null : (
        <ColleagueDrawer
          organization={slug}
          title={t('rules.setOwner')}
          act={t('rules.handOver')}
          busy={handOver.isPending}
          error={handOver.error}
          onClose={() => setHanding(undefined)}
          onChoose={(to) =>
            handOver.mutate(
              {
                rules: (rows ?? [])
                  .filter(({ id }) => handing.includes(id))
                  .map(({ id, ownerId }) => ({ id, owner: ownerId })),
                to,
              },
              { onSuccess: () => setHanding(undefined) },
            )
          }
        />
      )}
    </>
  );
}
