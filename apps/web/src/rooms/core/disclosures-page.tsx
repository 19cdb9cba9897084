import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import type { Grant } from './composer.ts';
import { GrantBadge, grantState } from './grant-state.tsx';
import { grantsQuery } from './transmission-queries.ts';

/** Which secret left to whom, under which agreement; what ends first stands on top. */
export function DisclosuresPage() {
  const { t } = useTranslation('transmissions');
  const { slug } = useMember();
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch } = useQuery(grantsQuery(slug));
  const { customer, conflict } = search;
  const rows = data?.rows.filter(
    (row) =>
      (customer === undefined || row.customer.id === customer) &&
      (conflict === undefined || row.customer.conflictClass === conflict),
  );
  return (
    <ObjectList
      name="secrets-granted"
      title={t('grants.title')}
      columns={[
        {
          key: 'block',
          label: t('grants.block'),
          render: (row) => `${row.rule.label} ${row.block.text}`,
          plain: (row) => `${row.rule.label} ${row.block.text}`,
          card: 'first',
        },
        {
          key: 'customer',
          label: t('customer'),
          render: (row) => row.customer.name,
          plain: (row) => row.customer.name,
          width: '160px',
          card: 'second',
        },
        {
          key: 'agreement',
          label: t('grants.agreement'),
          render: (row) => row.agreement,
          plain: (row) => row.agreement,
          width: '110px',
          card: 'none',
        },
        {
          key: 'since',
          label: t('grants.since'),
          render: (row) => <Moment at={row.grantedAt} plain />,
          plain: (row) => row.grantedAt,
          width: '120px',
          card: 'none',
        },
        {
          key: 'until',
          label: t('grants.until'),
          render: (row) =>
            row.until === null ? (
              <Text span c="dimmed">
                {t('grants.untilFurther')}
              </Text>
            ) : (
              formats.date(row.until)
            ),
          plain: (row) => row.until ?? '',
          width: '120px',
          card: 'none',
        },
        {
          key: 'rivals',
          label: t('grants.rivals'),
          render: (row) => formats.list(row.rivals),
          plain: (row) => row.rivals.join(', '),
          width: '180px',
          card: 'none',
        },
        {
          key: 'state',
          label: t('state'),
          render: (row) => <GrantBadge grant={row} />,
          plain: (row) => grantState(row),
          width: '190px',
          card: 'second',
        },
      ]}
      rows={rows}
      keyOf={(row) => row.id}
      nameOf={(row) => `${row.rule.label}, ${row.customer.name}`}
      addressOf={(row) => pathOfSubject(slug, { kind: 'disclosure', id: row.id })}
      search={search}
      onSearch={onSearch}
      filters={[
        { key: 'customer', label: t('customer'), options: customersOf(data?.rows ?? []) },
        { key: 'conflict', label: t('grants.conflictClass'), options: classesOf(data?.rows ?? []) },
      ]}
      empty={
        <>
          <Text fw={550}>{t('grants.empty')}</Text>
          <Text c="dimmed">{t('grants.emptyNext')}</Text>
          <ButtonLink variant="filled" to="/o/$organization/procedures" params={{ organization: slug }}>
            {t('toProcedures')}
          </ButtonLink>
        </>
      }
      problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const customersOf = (rows: readonly Grant[]): Option[] =>
  [...new Map(rows.map(({ customer }) => [customer.id, customer.name]))].map(([value, label]) => ({ value, label }));

const classesOf = (rows: readonly Grant[]): Option[] =>
  [...new Set(rows.flatMap(({ customer }) => customer.conflictClass ?? []))].map((value) => ({ value, label: value }));
