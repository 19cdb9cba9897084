import { Button, Checkbox, Group, JsonInput, Select, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import type { Partner } from './queries.ts';

type Settings = Partner['settings'];
const profiles = [
  'standard',
  'counts-not-trusted',
  'earliest-and-latest-exchanged',
  'sa-is-the-customers-number',
  'years-from-1950',
] as const satisfies readonly Settings['profile'][];
const occasions = ['never', 'refusals', 'always'] as const;

/** How a partner is read, answered and written to; saved as one. */
export function PartnerSettings({ partner }: { readonly partner: Partner }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const client = useQueryClient();
  const [settings, setSettings] = useState<Settings>(partner.settings);
  const [overrides, setOverrides] = useState(
    Object.keys(partner.settings.overrides).length === 0 ? '' : JSON.stringify(partner.settings.overrides, null, 2),
  );
  const read = objectIn(overrides);
  const set = <Name extends keyof Settings>(name: Name, value: Settings[Name]): void =>
    setSettings((before) => ({ ...before, [name]: value }));
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/organizations/{organization}/partners/{partner}', {
          params: { path: { organization: slug, partner: partner.id } },
          body: { ...settings, overrides: read ?? {} },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'partner') }),
  });
  /** A choice among values that each have a word. */
  const choice = <Name extends keyof Settings>(
    name: Name,
    label: string,
    options: readonly (readonly [Settings[Name] & string, string])[],
  ) => (
    <Select
      label={label}
      allowDeselect={false}
      data={options.map(([value, word]) => ({ value, label: word }))}
      value={settings[name] as string}
      onChange={(value) => {
        const chosen = options.find(([one]) => one === value);
        if (chosen !== undefined) set(name, chosen[0]);
      }}
    />
  );
  const when = (name: 'answerSyntax' | 'answerEnvelope' | 'answerApplication') =>
    choice(
      name,
      t(`partner.${name}`),
      occasions.map((one) => [one, t(`partner.when.${one}`)] as const),
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (read !== null) save.mutate();
      }}
    >
      <Stack gap="sm" maw={560}>
        <Title order={2} size="h4">
          {t('partner.reading')}
        </Title>
        {choice(
          'mode',
          t('partner.mode'),
          (['test', 'production'] as const).map((one) => [one, t(`partner.modes.${one}`)] as const),
        )}
        <Checkbox
          label={t('partner.byHand')}
          checked={settings.byHand}
          onChange={(event) => set('byHand', event.currentTarget.checked)}
        />
        {choice(
          'profile',
          t('partner.profile'),
          profiles.map((one) => [one, t(`partner.profiles.${one}`)] as const),
        )}
        <JsonInput
          label={t('partner.overrides')}
          description={t('partner.overridesExplained')}
          autosize
          minRows={2}
          value={overrides}
          onChange={setOverrides}
          error={read === null ? t('partner.notJson') : undefined}
        />
        <Title order={2} size="h4" mt="md">
          {t('partner.answering')}
        </Title>
        {when('answerSyntax')}
        {when('answerEnvelope')}
        {when('answerApplication')}
        {choice('x12Answer', t('partner.x12Answer'), [
          ['997', '997'],
          ['999', '999'],
        ])}
        <Title order={2} size="h4" mt="md">
          {t('partner.writing')}
        </Title>
        {choice(
          'family',
          t('partner.family'),
          (['edifact', 'x12', 'vda'] as const).map((one) => [one, t(`partner.families.${one}`)] as const),
        )}
        <TextInput
          label={t('partner.directory')}
          required
          value={settings.directory}
          onChange={(event) => set('directory', event.currentTarget.value)}
        />
        <Group grow align="start">
          <TextInput
            label={t('partner.ownId')}
            description={t('partner.ownIdExplained')}
            value={settings.ownId ?? ''}
            onChange={(event) => set('ownId', event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
          <TextInput
            label={t('partners.qualifier')}
            value={settings.ownQualifier}
            onChange={(event) => set('ownQualifier', event.currentTarget.value)}
          />
        </Group>
        <TextInput
          label={t('partner.folderOut')}
          description={t('partner.folderOutExplained')}
          value={settings.folderOut ?? ''}
          onChange={(event) => set('folderOut', event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
        <RefusalOf error={save.error} />
        <Group>
          <Button type="submit" variant="filled" loading={save.isPending} disabled={read === null}>
            {save.isSuccess ? t('partner.saved') : t('partner.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What stands in the field, or null where it is no JSON object. */
function objectIn(text: string): Settings['overrides'] | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
