import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { Moment } from '../../components/moment.tsx';
import { ObjectList } from '../../components/object-list.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { useRoleNames } from '../../components/role-names.ts';
import { useMember } from '../../shell/member.ts';
import { InviteDrawer } from './invite-drawer.tsx';
import { MemberPanel } from './member-panel.tsx';
import { membersQuery } from './queries.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { WaitingInvitations } from './waiting-invitations.tsx';

/** Everybody who belongs here, on either side, with what each may do. */
export function PeoplePage() {
  const { t } = useTranslation('settings');
  const { slug } = useMember();
  const namesOf = useRoleNames();
  const [search, onSearch] = useListSearch();
  const [inviting, setInviting] = useState(false);
  const ended = search['state'] === 'ended';
  const members = useInfiniteQuery(membersQuery(slug, search.find, ended ? 'ended' : 'present'));
  const act = (
    <Button variant="filled" onClick={() => setInviting(true)}>
      {t('invite.act')}
    </Button>
  );
  return (
    <>
      <SettingsTabs />
      <ObjectList
        name="people"
        title={t('people.title')}
        findable
        filters={[
          {
            key: 'state',
            label: t('people.state'),
            options: [
              { value: 'present', label: t('people.present') },
              { value: 'ended', label: t('people.endedState') },
            ],
          },
        ]}
        columns={[
          { key: 'name', label: t('people.name'), render: (row) => row.name, plain: (row) => row.name, card: 'first' },
          {
            key: 'side',
            label: t('people.side'),
            render: (row) => row.customer ?? t('people.ours'),
            plain: (row) => row.customer ?? '',
            card: 'second',
          },
          {
            key: 'roles',
            label: t('people.roles'),
            render: (row) => namesOf(row.roles),
            plain: (row) => row.roles.join(' '),
            card: 'second',
          },
          {
            key: 'team',
            label: t('people.team'),
            render: (row) => row.team ?? '',
            plain: (row) => row.team ?? '',
            width: '160px',
            card: 'none',
          },
          {
            key: 'since',
            label: ended ? t('people.ended') : t('people.since'),
            render: (row) => <Moment at={row.endedAt ?? row.since} />,
            plain: (row) => row.endedAt ?? row.since,
            width: '140px',
            card: 'none',
          },
        ]}
        rows={members.data?.pages.flatMap(({ rows }) => rows)}
        keyOf={(row) => row.membership}
        nameOf={(row) => row.name}
        addressOf={(row) => `/o/${slug}/settings?peek=${row.membership}`}
        search={search}
        onSearch={onSearch}
        onShowOlder={members.hasNextPage ? () => void members.fetchNextPage() : undefined}
        loadingOlder={members.isFetchingNextPage}
        peek={(row) => <MemberPanel key={row.membership} member={row} />}
        act={act}
        onCreate={() => setInviting(true)}
        empty={
          <>
            <Text fw={550}>{t('people.empty')}</Text>
            <Text c="dimmed">{t('people.emptyNext')}</Text>
          </>
        }
        problem={
          members.error === null ? undefined : (
            <RefusalOf error={members.error} onRetry={() => void members.refetch()} />
          )
        }
      />
      <WaitingInvitations />
      {inviting ? <InviteDrawer onClose={() => setInviting(false)} /> : null}
    </>
  );
}
