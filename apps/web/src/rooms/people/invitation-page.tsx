import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { useRoleNames } from '../../components/role-names.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { meQuery, queryClient } from '../../queries.ts';
import { leastPassword } from './least-password.ts';

const route = getRouteApi('/invitations/$token');

/** An invitation by link: who invites, on which side, as what; then a name and a password, or the account one has. */
export function InvitationPage() {
  const { t } = useTranslation('people');
  const { token } = route.useParams();
  const rolesOf = useRoleNames();
  const path = { token };
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask(api.GET('/api/invitations/{token}', { params: { path } })),
  });
  const { data: me } = useQuery(meQuery);
  const accept = useMutation({
    mutationFn: (body: { name?: string; password?: string }) =>
      ask(api.POST('/api/invitations/{token}/acceptance', { params: { path }, body })),
    onSuccess: ({ slug }) => {
      queryClient.clear();
      location.assign(`/o/${slug}`);
    },
  });
  const signedIn = data !== undefined && me?.person?.email === data.email;
  return (
    <PlainFrame>
      <Stack gap="md">
        <PageTitle>
          {data ? t('invitation.title', { organization: data.organization }) : t('invitation.titlePlain')}
        </PageTitle>
        <RefusalOf error={error} />
        {data ? (
          <>
            <Text>
              {data.customer === null
                ? t('invitation.text', { inviter: data.inviter, role: rolesOf(data.roles) })
                : t('invitation.textSide', {
                    inviter: data.inviter,
                    customer: data.customer,
                    role: rolesOf(data.roles),
                  })}
            </Text>
            <RefusalOf error={accept.error} />
            {signedIn ? (
              <>
                <Text c="dimmed">{t('invitation.signedIn', { email: data.email })}</Text>
                <Button variant="filled" loading={accept.isPending} onClick={() => accept.mutate({})}>
                  {t('invitation.act')}
                </Button>
              </>
            ) : data.known ? (
              <ButtonLink variant="filled" to="/sign-in" search={{ next: `/invitations/${token}` }}>
                {t('invitation.haveAccount')}
              </ButtonLink>
            ) : (
              <NewPerson email={data.email} busy={accept.isPending} onJoin={(person) => accept.mutate(person)} />
            )}
          </>
        ) : null}
      </Stack>
    </PlainFrame>
  );
}

interface NewPersonProps {
  readonly email: string;
  readonly busy: boolean;
  readonly onJoin: (person: { name: string; password: string }) => void;
}

function NewPerson({ email, busy, onJoin }: NewPersonProps) {
  const { t } = useTranslation('people');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const join = (event: SubmitEvent) => {
    event.preventDefault();
    onJoin({ name: name.trim(), password });
  };
  return (
    <form onSubmit={join}>
      <Stack gap="md">
        <TextInput label={t('create.email')} value={email} readOnly autoComplete="username" />
        <TextInput
          label={t('create.yourName')}
          autoComplete="name"
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('create.password')}
          description={t('create.passwordHint')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={leastPassword}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Button type="submit" variant="filled" loading={busy}>
          {t('invitation.act')}
        </Button>
      </Stack>
    </form>
  );
}
