import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { type Column, ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { type Catalogue, cataloguesQuery } from './queries.ts';

/** What customers require, by name and edition. */
export function CataloguesPage() {
  const { t } = useTranslation('certification');
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const inside = side === 'organization';
  const [search, onSearch] = useListSearch();
  const { data, error, refetch } = useQuery(cataloguesQuery(slug));
  const begins = inside && has('quality-manager');
  const columns: readonly Column<Catalogue>[] = [
    { key: 'name', label: t('catalogues.name'), render: (row) => row.name, plain: (row) => row.name, card: 'first' },
    {
      key: 'edition',
      label: t('catalogues.edition'),
      render: (row) => row.edition,
      plain: (row) => row.edition,
      width: '110px',
      card: 'first',
    },
    ...(inside
      ? [
          {
            key: 'customer',
            label: t('requirements.customer'),
            render: (row: Catalogue) => row.customer.name,
            plain: (row: Catalogue) => row.customer.name,
            width: '190px',
          },
        ]
      : []),
    {
      key: 'clauses',
      label: t('catalogues.clauses'),
      render: (row) => formats.number(row.clauses),
      plain: (row) => row.clauses,
      numeric: true,
      width: '90px',
      card: 'none',
    },
    {
      key: 'state',
      label: t('requirements.state'),
      render: (row) => <CatalogueState row={row} />,
      plain: (row) => row.totals?.gap ?? '',
      width: '200px',
    },
    {
      key: 'since',
      label: t('catalogues.since'),
      render: (row) => formats.date(row.madeAt.slice(0, 10)),
      plain: (row) => row.madeAt.slice(0, 10),
      width: '130px',
      card: 'none',
    },
  ];
  return (
    <ObjectList
      name="catalogues"
      title={t('catalogues.title')}
      columns={columns}
      rows={data?.rows}
      keyOf={(row) => row.id}
      nameOf={(row) => `${row.name}, ${row.edition}`}
      addressOf={(row) => pathOfSubject(slug, { kind: 'catalogue', id: row.id })}
      search={search}
      onSearch={onSearch}
      act={
        begins ? (
          <ButtonLink variant="filled" to="/o/$organization/catalogues/new" params={{ organization: slug }}>
            {t('catalogues.begin')}
          </ButtonLink>
        ) : undefined
      }
      empty={
        <>
          <Text fw={550}>{inside ? t('requirements.empty') : t('requirements.emptyOwn')}</Text>
          <Text c="dimmed">{inside ? t('requirements.emptyNext') : t('requirements.emptyOwnNext')}</Text>
        </>
      }
      problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
    />
  );
}

function CatalogueState({ row }: { readonly row: Catalogue }) {
  const { t } = useTranslation('certification');
  if (!row.holds)
    return <ToneBadge tone="grey">{t('catalogues.replacedBy', { edition: row.replacedBy?.edition ?? '' })}</ToneBadge>;
  if (row.clauses === 0) return <ToneBadge tone="grey">{t('catalogues.noClause')}</ToneBadge>;
  if (row.totals === null) return <ToneBadge tone="green">{t('catalogues.holds')}</ToneBadge>;
  if (row.totals.gap > 0) return <ToneBadge tone="red">{t('totals.gap', { count: row.totals.gap })}</ToneBadge>;
  if (row.totals.partial > 0)
    return <ToneBadge tone="amber">{t('totals.partial', { count: row.totals.partial })}</ToneBadge>;
  return <ToneBadge tone="green">{t('catalogues.answered')}</ToneBadge>;
}
