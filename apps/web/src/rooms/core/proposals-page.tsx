import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { ProposalPeek } from './peeks.tsx';
import { proposalsQuery, type ProposalRow } from './queries.ts';

const states = ['draft', 'open', 'decided', 'refused', 'withdrawn'] as const;

const peek = (row: ProposalRow) => <ProposalPeek id={row.id} />;

/** Proposals, newest first. */
export function ProposalsPage() {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { slug } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    proposalsQuery(slug, { state: search['state'], kind: search['kind'] }),
  );
  const objections = (row: ProposalRow): string =>
    row.objections.all === 0 ? '' : t('proposals.openOf', { open: row.objections.open, all: row.objections.all });
  return (
    <ObjectList
      name="proposals"
      title={t('proposals.title')}
      columns={[
        {
          key: 'title',
          label: t('proposals.name'),
          render: (row) => row.title,
          plain: (row) => row.title,
          card: 'first',
        },
        {
          key: 'rule',
          label: t('proposals.rule'),
          render: (row) => row.rule.label,
          plain: (row) => row.rule.label,
          width: '110px',
          card: 'second',
        },
        {
          key: 'words',
          label: t('proposals.words'),
          render: (row) => formats.number(row.words),
          plain: (row) => row.words,
          numeric: true,
          width: '100px',
          card: 'none',
        },
        {
          key: 'objections',
          label: t('proposals.objections'),
          render: objections,
          plain: objections,
          width: '140px',
          card: 'none',
        },
        {
          key: 'term',
          label: t('proposals.term'),
          render: (row) => (row.term === null ? '' : formats.date(row.term.slice(0, 10))),
          plain: (row) => row.term ?? '',
          width: '120px',
          card: 'none',
        },
        {
          key: 'by',
          label: t('proposals.by'),
          render: (row) => row.proposedBy,
          plain: (row) => row.proposedBy,
          width: '130px',
          card: 'none',
        },
        {
          key: 'state',
          label: t('proposals.state'),
          render: (row) => <StateBadge state={row.overtaken ? 'overtaken' : row.state} />,
          plain: (row) => row.state,
          width: '130px',
          card: 'second',
        },
      ]}
      rows={data?.pages.flatMap((page) => page.rows)}
      keyOf={(row) => row.id}
      nameOf={(row) => row.title}
      addressOf={(row) => pathOfSubject(slug, { kind: 'proposal', id: row.id })}
      peek={peek}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          key: 'state',
          label: t('proposals.state'),
          options: states.map((value) => ({ value, label: frame(`state.${value}`) })),
        },
        {
          key: 'kind',
          label: t('proposals.kind'),
          options: (['procedure', 'planning', 'service'] as const).map((value) => ({
            value,
            label: frame(`kind.${value}`),
          })),
        },
      ]}
      onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
      loadingOlder={isFetchingNextPage}
      act={
        <ButtonLink to="/o/$organization/rules" params={{ organization: slug }}>
          {t('proposals.toRules')}
        </ButtonLink>
      }
      empty={
        <>
          <Text fw={550}>{t('proposals.empty')}</Text>
          <Text c="dimmed">{t('proposals.emptyNext')}</Text>
        </>
      }
      problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
    />
  );
}
