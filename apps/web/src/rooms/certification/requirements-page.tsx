import { Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CustomerWords } from '../../components/customer-words.tsx';
import { useListSearch } from '../../components/list-search.ts';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import {
  cataloguesQuery,
  colleaguesQuery,
  type RequirementRow,
  requirementsQuery,
  requirementStates,
} from './queries.ts';
import { useRequirementBulk } from './requirement-bulk.tsx';
import { requirementColumns } from './requirement-columns.tsx';
import { stateNames } from './requirement-state.tsx';

/** What customers require, clause by clause in the order of its tree; on a customer's side what he requires himself. */
export function RequirementsPage() {
  const { t } = useTranslation('certification');
  const { t: frame } = useTranslation();
  const { slug, side, has } = useMember();
  const inside = side === 'organization';
  const [search, onSearch] = useListSearch();
  const { state, customer, owner, catalogue, clause, find } = search;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    requirementsQuery(slug, { state, customer, owner, catalogue, clause, find }),
  );
  const catalogues = useQuery(cataloguesQuery(slug)).data?.rows;
  const people = useQuery({ ...colleaguesQuery(slug), enabled: inside }).data?.rows;
  const rows = data?.pages.flatMap((page) => page.rows);
  const bulk = useRequirementBulk(rows ?? []);
  const customers = [...new Map(catalogues?.map((one) => [one.customer.id, one.customer.name]))];
  const unfinished = catalogues?.find((one) => one.holds && one.clauses === 0);
  return (
    <>
      <ObjectList
        name="requirements"
        title={t('requirements.title')}
        columns={requirementColumns(t, { side, customer: inside && customer === undefined })}
        rows={rows}
        keyOf={(row) => row.id}
        nameOf={(row) => t('requirement.title', { clause: row.clause })}
        addressOf={(row) => pathOfSubject(slug, { kind: 'requirement', id: row.id })}
        search={search}
        onSearch={onSearch}
        findable
        filters={[
          ...(inside
            ? [
                {
                  key: 'state',
                  label: t('requirements.state'),
                  options: requirementStates.map((value) => ({ value, label: frame(`state.${stateNames[value]}`) })),
                },
                {
                  key: 'customer',
                  label: t('requirements.customer'),
                  options: customers.map(([value, label]) => ({ value, label })),
                },
                {
                  key: 'owner',
                  label: t('requirements.owner'),
                  options: (people ?? []).map((one) => ({ value: one.membership, label: one.name })),
                },
              ]
            : []),
          {
            key: 'catalogue',
            label: t('requirements.catalogue'),
            options: (catalogues ?? []).map((one) => ({ value: one.id, label: `${one.name}, ${one.edition}` })),
          },
          ...(clause === undefined
            ? []
            : [{ key: 'clause', label: t('requirements.clause'), options: [{ value: clause, label: clause }] }]),
        ]}
        onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
        olderLabel={t('requirements.more')}
        loadingOlder={isFetchingNextPage}
        bulk={bulk.acts}
        peek={wordsBeside}
        act={
          <>
            <ButtonLink variant="default" to="/o/$organization/catalogues" params={{ organization: slug }}>
              {t('catalogues.title')}
            </ButtonLink>
            {inside && has('quality-manager') ? (
              <ButtonLink variant="filled" to="/o/$organization/catalogues/new" params={{ organization: slug }}>
                {t('catalogues.begin')}
              </ButtonLink>
            ) : null}
          </>
        }
        empty={
          inside ? (
            <>
              <Text fw={550}>{t('requirements.empty')}</Text>
              <Text c="dimmed">{t('requirements.emptyNext')}</Text>
              {unfinished === undefined || !has('quality-manager') ? null : (
                <ButtonLink
                  to="/o/$organization/catalogues/$catalogue/import"
                  params={{ organization: slug, catalogue: unfinished.id }}
                >
                  {t('import.into', { name: unfinished.name })}
                </ButtonLink>
              )}
            </>
          ) : (
            <>
              <Text fw={550}>{t('requirements.emptyOwn')}</Text>
              <Text c="dimmed">{t('requirements.emptyOwnNext')}</Text>
            </>
          )
        }
        problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
      />
      {bulk.form}
    </>
  );
}

/** The customer's words in full, beside the list. */
const wordsBeside = (row: RequirementRow) => (
  <CustomerWords
    words={row.words}
    language={row.language}
    channel="certification"
    customer={row.customer.name}
    saidOn={row.receivedAt.slice(0, 10)}
  />
);
