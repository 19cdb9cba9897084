import { Button, CopyButton, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { customersQuery } from './queries.ts';
import { RoleChoice } from './role-choice.tsx';
import type { CustomerRole, OrganizationRole } from './roles.ts';

const ours = 'ours';

interface InviteDrawerProps {
  /** The customer on whose side the person will stand, where that is settled. */
  readonly customer?: string;
  readonly onClose: () => void;
}

/**
 * Invites a person to a customer's side, or, as only administrators may, to the organization's; afterwards it shows the link, once.
 */
export function InviteDrawer({ customer, onClose }: InviteDrawerProps) {
  const { t } = useTranslation('settings');
  const { slug, has } = useMember();
  const toUs = customer === undefined && has('administrator');
  const queryClient = useQueryClient();
  const { data: customers } = useQuery(customersQuery(slug));
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [side, setSide] = useState<string | null>(customer ?? (toUs ? ours : null));
  const [roles, setRoles] = useState<string[]>([toUs ? 'member' : 'reader']);
  const invite = useMutation({
    mutationFn: () => {
      const person = { name: name.trim(), email: email.trim() };
      return ask(
        api.POST('/api/organizations/{organization}/invitations', {
          params: { path: { organization: slug } },
          // Only roles of the chosen side can be ticked.
          body:
            side === ours
              ? { ...person, roles: roles as OrganizationRole[] }
              : { ...person, customer: side ?? '', roles: roles as CustomerRole[] },
        }),
      );
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(slug, 'invitations') }),
  });
  const choose = (value: string | null) => {
    setSide(value);
    setRoles(value === ours ? ['member'] : ['reader']);
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <SideDrawer open title={t('invite.title')} onClose={onClose}>
      {invite.data === undefined ? (
        <form onSubmit={send}>
          <Stack gap="md">
            <RefusalOf error={invite.error} />
            <TextInput
              label={t('people.name')}
              required
              withAsterisk={false}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('people.email')}
              type="email"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Select
              label={t('invite.side')}
              required
              withAsterisk={false}
              disabled={customer !== undefined}
              allowDeselect={false}
              value={side}
              onChange={choose}
              data={[
                ...(toUs ? [{ value: ours, label: t('people.ours') }] : []),
                ...(customers?.rows ?? []).map((row) => ({ value: row.id, label: row.name })),
              ]}
            />
            <RoleChoice side={side === ours ? 'organization' : 'customer'} roles={roles} onChange={setRoles} />
            {roles.length === 0 ? (
              <Text c="dimmed" size="sm">
                {t('invite.choose')}
              </Text>
            ) : null}
            <Button
              type="submit"
              variant="filled"
              loading={invite.isPending}
              disabled={roles.length === 0 || side === null}
            >
              {t('invite.send')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <Text component="output">{t('invite.done')}</Text>
          <TextInput
            label={t('invite.link')}
            description={t('invite.linkHint')}
            value={invite.data.link}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <Group>
            <CopyButton value={invite.data.link}>
              {({ copied, copy }) => <Button onClick={copy}>{copied ? t('invite.copied') : t('invite.copy')}</Button>}
            </CopyButton>
          </Group>
        </Stack>
      )}
    </SideDrawer>
  );
}
