import { Alert, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { WordsLine } from '../../components/customer-words.tsx';
import { useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { type Column, ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { iconOf } from '../../components/state.ts';
import { Icon } from '../../shell/icon.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { customersQuery } from '../core/queries.ts';
import classes from './ledger.module.css';
import { type EntryRow, entriesQuery } from './queries.ts';
import { entryKinds, useEntryWords } from './use-entry-words.ts';
import { useSubjectPath } from './use-subject-path.ts';
import { Witness } from './witness-panel.tsx';

/** The ledger, newest entry first; a customer reads what is his, and both see whether the ledger still continues what they saw. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const { slug, side } = useMember();
  const formats = useFormats();
  const words = useEntryWords();
  const inside = side === 'organization';
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    entriesQuery(slug, { kind: search['kind'], customer: search['customer'] }),
  );
  const { data: customers } = useQuery({ ...customersQuery(slug), enabled: inside });
  const customerOf = (id: string | null) => customers?.rows.find((one) => one.id === id)?.name ?? '';
  const newest = data?.pages[0];
  const narrowed = search['kind'] !== undefined || search['customer'] !== undefined;
  const columns: readonly Column<EntryRow>[] = [
    {
      key: 'index',
      label: t('list.index'),
      render: ({ index }) => t('entry.label', { index: formats.number(index ?? 0) }),
      plain: ({ index }) => index ?? '',
      width: '100px',
      card: 'second',
    },
    {
      key: 'kind',
      label: t('list.kind'),
      render: ({ kind }) => words.kind(kind),
      plain: ({ kind }) => kind,
      width: '240px',
      card: 'first',
    },
    {
      key: 'subject',
      label: t('list.subject'),
      render: (row) => <SubjectCell of={row} />,
      plain: ({ subject, gist }) => gist?.text ?? `${subject.kind}/${subject.id}`,
    },
    ...(inside
      ? [
          {
            key: 'customer',
            label: t('list.customer'),
            render: ({ customer }: EntryRow) => customerOf(customer),
            plain: ({ customer }: EntryRow) => customerOf(customer),
            width: '200px',
          },
        ]
      : []),
    {
      key: 'at',
      label: t('list.at'),
      render: ({ writtenAt }) => <Moment at={writtenAt} plain />,
      plain: ({ writtenAt }) => writtenAt,
      width: '140px',
    },
  ];
  return (
    <ObjectList
      name="ledger"
      title={inside ? t('list.title') : t('list.proof')}
      count={inside && !narrowed ? newest?.size : undefined}
      columns={columns}
      rows={data?.pages.flatMap((page) => page.rows)}
      keyOf={({ id }) => id}
      nameOf={({ index, kind }) => `${index} ${words.kind(kind)}`}
      addressOf={({ index, id }) => pathOfSubject(slug, { kind: 'entry', id: index === null ? id : String(index) })}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          key: 'kind',
          label: t('list.kind'),
          options: entryKinds
            .map((value) => ({ value, label: words.kind(value) }))
            .toSorted((a, b) => formats.compare(a.label, b.label)),
        },
        ...(inside
          ? [
              {
                key: 'customer',
                label: t('list.customer'),
                options: (customers?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
      ]}
      onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
      loadingOlder={isFetchingNextPage}
      act={
        <ButtonLink variant="filled" to="/verify">
          {t('list.verify')}
        </ButtonLink>
      }
      notice={
        <>
          {newest?.difference ? (
            <Alert mt="md" color="red" variant="light" role="alert" icon={<Icon of={iconOf('red')} />}>
              {t('list.difference', { entry: formats.number(newest.difference.entry) })}
            </Alert>
          ) : null}
          <Witness organization={slug} told={!inside} />
        </>
      }
      empty={
        inside ? (
          <Text>{t('list.empty')}</Text>
        ) : (
          <>
            <Text fw={550}>{t('list.emptyProof')}</Text>
            <Text c="dimmed">{t('list.emptyProofNext')}</Text>
          </>
        )
      }
      problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
    />
  );
}

/** What the entry is about, in its own most telling words, as a link to the page of its subject. */
function SubjectCell({ of: { subject, page, gist, state } }: { readonly of: EntryRow }) {
  const { t } = useTranslation('ledger');
  const words = useEntryWords();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  // A card is a link as a whole, and holds no other.
  const subjectPath = useSubjectPath();
  const path = phone ? null : subjectPath(page);
  if (state !== 'open') return <Text c="dimmed">{t(`entry.state.${state}`)}</Text>;
  const told =
    gist === null ? (
      words.subject(subject.kind)
    ) : gist.quotedIn === null ? (
      gist.text
    ) : (
      <WordsLine words={gist.text} language={gist.quotedIn} />
    );
  if (path === null) return told;
  return (
    <PathLink path={path} className={gist?.quotedIn ? `${classes.link} ${classes.quoted}` : classes.link}>
      {told}
    </PathLink>
  );
}
