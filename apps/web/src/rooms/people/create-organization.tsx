import { Button, Checkbox, Group, PasswordInput, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { chooseLanguage, useLanguage } from '../../texts/language.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { leastPassword } from './least-password.ts';

const waysIn = ['certification', 'voice', 'planning'] as const;
type WayIn = (typeof waysIn)[number];

/** One page: the organization, the ways in that it uses, and the sign-in of its first administrator. */
export function CreateOrganization({ token, onBack }: { readonly token: string; readonly onBack: () => void }) {
  const { t } = useTranslation('people');
  const { t: frame } = useTranslation();
  const language = useLanguage();
  const form = useForm({
    initialValues: {
      name: '',
      language,
      timeZone: Temporal.Now.timeZoneId(),
      waysIn: ['certification'] as WayIn[],
      person: { name: '', email: '', password: '' },
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('create.needName') : null),
      waysIn: (value) => (value.length === 0 ? t('create.needWayIn') : null),
      person: {
        name: (value) => (value.trim() === '' ? t('create.needYourName') : null),
        email: (value) => (/^\S+@\S+$/.test(value) ? null : t('create.needEmail')),
        password: (value) => (value.length < leastPassword ? t('create.needPassword') : null),
      },
    },
  });
  const create = useMutation({
    mutationFn: (values: typeof form.values) => ask(api.POST('/api/welcome', { body: { token, ...values } })),
    onSuccess: ({ slug }) => location.assign(`/o/${slug}`),
  });
  const { name } = form.values;
  return (
    <PlainFrame>
      <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
        <Stack gap="md">
          <PageTitle>{t('create.title')}</PageTitle>
          <RefusalOf error={create.error} />
          <TextInput label={t('create.name')} autoComplete="organization" {...form.getInputProps('name')} />
          <Group grow align="flex-start">
            <Select
              label={t('create.language')}
              data={[
                { value: 'en', label: 'English' },
                { value: 'fr', label: 'Français' },
              ]}
              allowDeselect={false}
              value={form.values.language}
              onChange={(value) => {
                const chosen = value === 'fr' ? 'fr' : 'en';
                form.setFieldValue('language', chosen);
                void chooseLanguage(chosen);
              }}
            />
            <Select
              label={t('create.timeZone')}
              data={Intl.supportedValuesOf('timeZone')}
              searchable
              allowDeselect={false}
              {...form.getInputProps('timeZone')}
            />
          </Group>
          <Checkbox.Group
            label={t('create.waysIn')}
            description={t('create.waysInHint')}
            {...form.getInputProps('waysIn')}
          >
            <Stack gap="sm" mt="sm">
              {waysIn.map((way) => (
                <Checkbox key={way} value={way} label={frame(`channel.${way}`)} description={t(`create.${way}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Title order={2} mt="md">
            {t('create.you')}
          </Title>
          <TextInput label={t('create.yourName')} autoComplete="name" {...form.getInputProps('person.name')} />
          <TextInput
            label={t('create.email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('person.email')}
          />
          <PasswordInput
            label={t('create.password')}
            description={t('create.passwordHint')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            {...form.getInputProps('person.password')}
          />
          <Group>
            <Button type="submit" variant="filled" loading={create.isPending}>
              {name.trim() === '' ? t('create.actUnnamed') : t('create.act', { name: name.trim() })}
            </Button>
            <Button onClick={onBack}>{frame('back')}</Button>
          </Group>
        </Stack>
      </form>
    </PlainFrame>
  );
}
