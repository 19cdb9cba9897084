import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { WordsLine } from '../../components/customer-words.tsx';
import type { Column } from '../../components/object-list.tsx';
import { RequirementStateBadge } from './requirement-state.tsx';
import type { RequirementRow } from './queries.ts';

/**
 * The columns of a list of clauses; the clause is the row's link, set in as deep as it stands in the tree.
 * @param side a customer sees what he holds, the organization what it has written
 * @param customer whether clauses of several customers stand in the list
 */
export function requirementColumns(
  t: TFunction<'certification'>,
  { side, customer }: { readonly side: 'organization' | 'customer'; readonly customer: boolean },
): readonly Column<RequirementRow>[] {
  const inside = side === 'organization';
  return [
    {
      key: 'clause',
      label: t('requirements.clause'),
      render: (row) => <span style={{ paddingInlineStart: `${Math.min(row.depth, 4) * 0.75}rem` }}>{row.clause}</span>,
      plain: (row) => row.clause,
      width: '120px',
      card: 'first',
    },
    {
      key: 'words',
      label: t('requirements.words'),
      render: (row) => <WordsLine words={row.words} language={row.language} />,
      plain: (row) => row.words,
      card: 'second',
    },
    ...only(customer, {
      key: 'customer',
      label: t('requirements.customer'),
      render: (row: RequirementRow) => row.customer.name,
      plain: (row: RequirementRow) => row.customer.name,
      width: '170px',
      card: 'none' as const,
    }),
    ...only(inside, {
      key: 'blocks',
      label: t('requirements.blocks'),
      render: (row: RequirementRow) => row.blocks,
      plain: (row: RequirementRow) => row.blocks ?? 0,
      numeric: true,
      width: '90px',
      card: 'none' as const,
    }),
    ...only(!inside, {
      key: 'documents',
      label: t('requirements.documents'),
      render: (row: RequirementRow) => row.documents,
      plain: (row: RequirementRow) => row.documents ?? 0,
      numeric: true,
      width: '110px',
      card: 'none' as const,
    }),
    {
      key: 'state',
      label: t('requirements.state'),
      render: (row) => <RequirementStateBadge {...row} />,
      plain: (row) => row.state ?? ((row.documents ?? 0) > 0 ? 'answered' : 'waiting'),
      width: '150px',
      card: 'first',
    },
    ...only(inside, {
      key: 'owner',
      label: t('requirements.owner'),
      render: (row: RequirementRow) =>
        row.owner?.name ?? (
          <Text span c="dimmed">
            {t('requirements.nobody')}
          </Text>
        ),
      plain: (row: RequirementRow) => row.owner?.name ?? '',
      width: '130px',
      card: 'none' as const,
    }),
  ];
}

const only = (when: boolean, column: Column<RequirementRow>): readonly Column<RequirementRow>[] =>
  when ? [column] : [];
