import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { useRoleNames } from '../../components/role-names.ts';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { invitationsQuery } from './queries.ts';

/** Who was invited and has not come yet; nothing at all when nobody is awaited. */
export function WaitingInvitations() {
  const { t } = useTranslation('settings');
  const { slug } = useMember();
  const formats = useFormats();
  const namesOf = useRoleNames();
  const queryClient = useQueryClient();
  const { data } = useQuery(invitationsQuery(slug));
  const withdraw = useMutation({
    mutationFn: (invitation: string) =>
      ask(
        api.POST('/api/organizations/{organization}/invitations/{invitation}/withdraw', {
          params: { path: { organization: slug, invitation } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(slug, 'invitations') }),
  });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <Title order={2} id="waiting" fz="lg" mt="xl" mb="sm">
        {t('invite.waiting')}
      </Title>
      <RefusalOf error={withdraw.error} />
      <Stack gap="xs">
        {data.rows.map((row) => (
          <Group key={row.id} justify="space-between" gap="sm">
            <div>
              <Text fw={550}>{row.name}</Text>
              <Text size="sm" c="dimmed">
                {[
                  row.email,
                  row.customer ?? t('people.ours'),
                  namesOf(row.roles),
                  t('invite.until', { day: formats.date(row.expiresAt.slice(0, 10)) }),
                ].join(' · ')}
              </Text>
            </div>
            <Button
              size="compact-md"
              aria-label={t('invite.withdrawOf', { name: row.name })}
              loading={withdraw.isPending && withdraw.variables === row.id}
              onClick={() => withdraw.mutate(row.id)}
            >
              {t('invite.withdraw')}
            </Button>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
