import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { FileState } from './file-state.tsx';
import { type Interchange, messagesQuery } from './queries.ts';

/** Every file as it came, refused ones included. */
export function MessagesPage() {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const [search, onSearch] = useListSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    messagesQuery(slug, search['state']),
  );
  return (
    <ObjectList
      name="messages"
      title={t('messages.title')}
      columns={[
        {
          key: 'name',
          label: t('messages.file'),
          render: (row) => fileOf(row),
          plain: (row) => fileOf(row),
          card: 'first',
        },
        {
          key: 'reference',
          label: t('messages.reference'),
          render: (row) => row.controlReference ?? '',
          plain: (row) => row.controlReference ?? '',
        },
        {
          key: 'sender',
          label: t('messages.sender'),
          render: (row) => row.customer ?? row.sender ?? '',
          plain: (row) => row.customer ?? row.sender ?? '',
        },
        {
          key: 'received',
          label: t('releases.received'),
          render: (row) => <Moment at={row.receivedAt} plain />,
          plain: (row) => row.receivedAt,
          width: '140px',
          card: 'none',
        },
        {
          key: 'state',
          label: t('messages.state.title'),
          render: (row) => <FileState state={row.state} />,
          plain: (row) => row.state,
          width: '200px',
        },
      ]}
      rows={data?.pages.flatMap((page) => page.rows)}
      keyOf={(row) => row.id}
      nameOf={(row) => fileOf(row)}
      addressOf={(row) => pathOfSubject(slug, { kind: 'message', id: row.id })}
      search={search}
      onSearch={onSearch}
      filters={[
        {
          key: 'state',
          label: t('messages.state.title'),
          options: (['quarantined', 'unknown-sender', 'unreadable', 'received', 'applied', 'set-aside'] as const).map(
            (value) => ({ value, label: t(`messages.state.${value}`) }),
          ),
        },
      ]}
      onShowOlder={hasNextPage ? () => void fetchNextPage() : undefined}
      loadingOlder={isFetchingNextPage}
      act={
        <Group gap="xs">
          <ButtonLink variant="default" to="/o/$organization/tables" params={{ organization: slug }}>
            {t('tables.title')}
          </ButtonLink>
          <ButtonLink variant="default" to="/o/$organization/partners" params={{ organization: slug }}>
            {t('partners.title')}
          </ButtonLink>
        </Group>
      }
      empty={
        <>
          <Text fw={550}>{t('messages.empty')}</Text>
          <Text c="dimmed">{t('releases.emptyNext')}</Text>
        </>
      }
      problem={error === null ? undefined : <RefusalOf error={error} onRetry={() => void refetch()} />}
    />
  );
}

/** The name of the file, with the place of the interchange where there are several. */
const fileOf = ({ name, part }: Interchange): string => (part.of === 1 ? name : `${name} · ${part.number}/${part.of}`);
