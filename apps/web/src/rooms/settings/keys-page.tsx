import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { useFormats } from '../../use-formats.ts';
import { keysQuery } from './queries.ts';
import { SettingsTabs } from './settings-tabs.tsx';

const scopes = ['read', 'write', 'edi'] as const;

/** Keys for machines: made, shown once, revoked. */
export function KeysPage() {
  const { t } = useTranslation('settings');
  const { slug } = useMember();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(keysQuery(slug));
  const revoke = useMutation({
    mutationFn: (key: string) =>
      ask(
        api.POST('/api/organizations/{organization}/api-keys/{key}/revocation', {
          params: { path: { organization: slug, key } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(slug, 'api-keys') }),
  });
  return (
    <>
      <SettingsTabs />
      <PageTitle mb="xs">{t('keys.title')}</PageTitle>
      <Text c="dimmed" mb="md">
        {t('keys.hint')}
      </Text>
      <RefusalOf error={error ?? revoke.error} />
      <Stack gap="lg" maw={760}>
        <NewKey />
        {data?.rows.length === 0 ? <Text>{t('keys.empty')}</Text> : null}
        {data?.rows.map((row) => (
          <Group key={row.id} justify="space-between" gap="sm">
            <div>
              <Text fw={550}>{row.name}</Text>
              <Text size="sm" c="dimmed">
                {[
                  row.hint,
                  row.owner,
                  formats.list(row.scopes.map((scope) => t(`keys.scope.${scope}`))),
                  ...(row.expiresAt === null
                    ? []
                    : [t('keys.expires', { day: formats.date(row.expiresAt.slice(0, 10)) })]),
                  row.lastUsedOn === null ? t('keys.unused') : t('keys.used', { day: formats.date(row.lastUsedOn) }),
                ].join(' · ')}
              </Text>
            </div>
            {row.revokedAt === null ? (
              <Button
                size="compact-md"
                aria-label={t('keys.revokeOf', { name: row.name })}
                loading={revoke.isPending && revoke.variables === row.id}
                onClick={() => revoke.mutate(row.id)}
              >
                {t('keys.revoke')}
              </Button>
            ) : (
              <Text c="dimmed">{t('keys.revoked')}</Text>
            )}
          </Group>
        ))}
      </Stack>
    </>
  );
}

function NewKey() {
  const { t } = useTranslation('settings');
  const { slug } = useMember();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['read']);
  const make = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/api-keys', {
          params: { path: { organization: slug } },
          body: { name: name.trim(), scopes: scopes.filter((scope) => chosen.includes(scope)), expiresAt: null },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(slug, 'api-keys') }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <RefusalOf error={make.error} />
        <TextInput
          label={t('keys.name')}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label={t('keys.scopes')} value={chosen} onChange={setChosen}>
          <Group mt="xs">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`keys.scope.${scope}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group>
          <Button type="submit" variant="filled" loading={make.isPending} disabled={chosen.length === 0}>
            {t('keys.make')}
          </Button>
        </Group>
        {make.data === undefined ? null : (
          <TextInput
            label={t('keys.made')}
            description={t('keys.once')}
            value={make.data.key}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Stack>
    </form>
  );
}
