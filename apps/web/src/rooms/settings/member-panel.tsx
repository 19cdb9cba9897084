import { Button, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import type { components } from '../../api.gen.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { useRoleNames } from '../../components/role-names.ts';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf, meQuery } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { teamsQuery } from './queries.ts';
import { RoleChoice } from './role-choice.tsx';
import type { CustomerRole, OrganizationRole } from './roles.ts';

export type Member = components['schemas']['Member'];

/** Roles and team of one person, and the end of the membership. */
export function MemberPanel({ member }: { readonly member: Member }) {
  const { t } = useTranslation('settings');
  const { slug, has } = useMember();
  const namesOf = useRoleNames();
  const queryClient = useQueryClient();
  const { data: teams } = useQuery(teamsQuery(slug));
  const [roles, setRoles] = useState<string[]>([...member.roles]);
  const [team, setTeam] = useState<string | null>(member.teamId);
  const path = { organization: slug, membership: member.membership };
  const changed = async () => {
    await queryClient.invalidateQueries({ queryKey: keyOf(slug, 'members') });
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const keep = (to: { readonly roles: readonly string[]; readonly team: string | null }) =>
    ask(
      api.PUT('/api/organizations/{organization}/members/{membership}', {
        params: { path },
        body: { roles: to.roles as (OrganizationRole | CustomerRole)[], team: to.team },
      }),
    ).then(changed);
  const save = useMutation({
    mutationFn: () => keep({ roles, team }),
    onSuccess: () =>
      offerUndo({
        done: t('people.saved', { name: member.name }),
        undo: () => keep({ roles: member.roles, team: member.teamId }),
      }),
  });
  const end = useMutation({
    mutationFn: () => ask(api.POST('/api/organizations/{organization}/members/{membership}/end', { params: { path } })),
    onSuccess: changed,
  });
  return (
    <Stack gap="md">
      <Text c="dimmed">{member.email}</Text>
      <RefusalOf error={save.error ?? end.error} />
      {member.endedAt === null && !has('administrator') ? <Text>{namesOf(member.roles)}</Text> : null}
      {member.endedAt === null && has('administrator') ? (
        <>
          <RoleChoice side={member.side} roles={roles} onChange={setRoles} />
          {member.side === 'organization' ? (
            <Select
              label={t('people.team')}
              placeholder={t('people.noTeam')}
              clearable
              value={team}
              onChange={setTeam}
              data={(teams?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
            />
          ) : null}
          <Button loading={save.isPending} disabled={roles.length === 0} onClick={() => save.mutate()}>
            {t('people.save')}
          </Button>
          <Text size="sm" c="dimmed" mt="md">
            {t('people.endHint', { name: member.name })}
          </Text>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate()}>
            {t('people.end')}
          </Button>
        </>
      ) : null}
    </Stack>
  );
}
