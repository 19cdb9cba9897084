import { Button, Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf, meQuery } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { teamsQuery } from './queries.ts';
import { SettingsTabs } from './settings-tabs.tsx';

const waysIn = ['certification', 'voice', 'planning'] as const;

/** Name, language, time zone and ways in of the organization, and its teams. */
export function OrganizationPage() {
  const { t } = useTranslation('settings');
  const { t: frame } = useTranslation();
  const { slug, organization } = useMember();
  const queryClient = useQueryClient();
  const [name, setName] = useState(organization.name);
  const [language, setLanguage] = useState(organization.language);
  const [timeZone, setTimeZone] = useState(organization.timeZone);
  const [ways, setWays] = useState<string[]>([...organization.waysIn]);
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/organizations/{organization}/settings', {
          params: { path: { organization: slug } },
          body: { name: name.trim(), language, timeZone, waysIn: waysIn.filter((way) => ways.includes(way)) },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <>
      <SettingsTabs />
      <PageTitle mb="md">{t('organization.title')}</PageTitle>
      <form onSubmit={submit}>
        <Stack gap="md" maw={560}>
          <RefusalOf error={save.error} />
          <TextInput
            label={t('organization.name')}
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('organization.language')}
            allowDeselect={false}
            data={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
            value={language}
            onChange={(value) => setLanguage(value === 'fr' ? 'fr' : 'en')}
          />
          <Select
            label={t('organization.timeZone')}
            searchable
            allowDeselect={false}
            data={Intl.supportedValuesOf('timeZone')}
            value={timeZone}
            onChange={(value) => setTimeZone(value ?? timeZone)}
          />
          <Checkbox.Group label={t('organization.waysIn')} value={ways} onChange={setWays}>
            <Stack gap="xs" mt="xs">
              {waysIn.map((way) => (
                <Checkbox key={way} value={way} label={frame(`channel.${way}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group>
            <Button type="submit" variant="filled" loading={save.isPending} disabled={ways.length === 0}>
              {t('organization.save')}
            </Button>
            <Text component="output" c="dimmed">
              {save.isSuccess ? t('organization.saved') : ''}
            </Text>
          </Group>
        </Stack>
      </form>
      <Teams />
    </>
  );
}

function Teams() {
  const { t } = useTranslation('settings');
  const { slug } = useMember();
  const queryClient = useQueryClient();
  const { data } = useQuery(teamsQuery(slug));
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/teams', {
          params: { path: { organization: slug } },
          body: { name: name.trim() },
        }),
      ),
    onSuccess: () => {
      setName('');
      return queryClient.invalidateQueries({ queryKey: keyOf(slug, 'teams') });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <section aria-labelledby="teams">
      <Title order={2} id="teams" fz="lg" mt="xl" mb={4}>
        {t('organization.teams')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('organization.teamsHint')}
      </Text>
      <Stack gap="xs" maw={560}>
        {data?.rows.map((team) => (
          <Group key={team.id} justify="space-between">
            <Text>{team.name}</Text>
            <Text c="dimmed">{t('organization.people', { count: team.people })}</Text>
          </Group>
        ))}
        <RefusalOf error={add.error} />
        <form onSubmit={submit}>
          <Group align="flex-end">
            <TextInput
              label={t('organization.teamName')}
              required
              withAsterisk={false}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={add.isPending}>
              {t('organization.addTeam')}
            </Button>
          </Group>
        </form>
      </Stack>
    </section>
  );
}
