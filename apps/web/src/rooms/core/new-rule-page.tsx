import { Button, Fieldset, Group, NumberInput, Radio, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { currentLanguage } from '../../texts/language.ts';
import { customersQuery } from './queries.ts';

const kinds = ['service', 'planning', 'procedure'] as const;
const regulations = ['joint', 'autonomous', 'control'] as const;

/** Writes a new rule: one page, and it becomes a draft that is put before everybody next. */
export function NewRulePage() {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { slug } = useMember();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof kinds)[number]>('service');
  const [regulation, setRegulation] = useState<(typeof regulations)[number]>('joint');
  const [title, setTitle] = useState('');
  const [label, setLabel] = useState('');
  const [language, setLanguage] = useState(currentLanguage());
  const [customer, setCustomer] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [parameters, setParameters] = useState<Record<string, number>>({});
  const { data: customers } = useQuery(customersQuery(slug));
  const { data: definitions } = useQuery({
    queryKey: keyOf(slug, 'parameter-definitions', kind, currentLanguage()),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/parameters/{kind}', {
          params: { path: { organization: slug, kind } },
        }),
      ),
    staleTime: Infinity,
  });
  const begin = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/proposals', {
          params: { path: { organization: slug } },
          body: {
            title,
            on: {
              kind: 'new-rule',
              rule: {
                kind,
                regulation,
                title,
                label: label.trim() === '' ? null : label,
                language,
                customer,
                blocks: readText(text),
                parameters,
              },
            },
          },
        }),
      ),
    onSuccess: ({ proposal }) =>
      void navigate({
        // A procedure has more to it than a page of plain text: it goes on in the editor.
        to: kind === 'procedure' ? '/o/$organization/proposals/$proposal/edit' : '/o/$organization/proposals/$proposal',
        params: { organization: slug, proposal },
      }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <Stack gap="lg" maw={680}>
        <PageTitle>{t('newRule.title')}</PageTitle>
        <Radio.Group
          label={t('newRule.kind')}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'service')}
        >
          <Group mt="xs">
            {kinds.map((value) => (
              <Radio key={value} value={value} label={frame(`kind.${value}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Radio.Group
          label={t('newRule.regulation')}
          value={regulation}
          onChange={(value) => setRegulation(regulations.find((one) => one === value) ?? 'joint')}
        >
          <Stack gap="xs" mt="xs">
            {regulations.map((value) => (
              <Radio key={value} value={value} label={t(`newRule.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('newRule.name')}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('newRule.label')}
            description={t('newRule.labelHelp')}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Select
            label={t('newRule.language')}
            description={' '}
            allowDeselect={false}
            data={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
            value={language}
            onChange={(value) => setLanguage(value === 'fr' ? 'fr' : 'en')}
          />
        </Group>
        <Select
          label={t('newRule.customer')}
          placeholder={t('newRule.everybody')}
          clearable
          data={(customers?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
          value={customer}
          onChange={setCustomer}
        />
        <Textarea
          label={t('newRule.text')}
          description={t('newRule.textHelp')}
          lang={language}
          required
          autosize
          minRows={6}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Fieldset legend={t('newRule.parameters')}>
          <Text size="sm" c="dimmed" mb="sm">
            {t('newRule.parametersHelp')}
          </Text>
          <Group align="flex-end">
            {definitions?.rows
              .filter((one) => one.unit !== null)
              .map((one) => (
                <NumberInput
                  key={one.name}
                  label={one.label}
                  suffix={` ${one.unit}`}
                  min={one.minimum ?? 0}
                  max={one.maximum ?? 100}
                  allowDecimal={false}
                  w={260}
                  value={parameters[one.name] ?? ''}
                  onChange={(value) => {
                    const { [one.name]: _was, ...rest } = parameters;
                    setParameters(value === '' ? rest : { ...rest, [one.name]: Number(value) });
                  }}
                />
              ))}
          </Group>
        </Fieldset>
        <RefusalOf error={begin.error} />
        <Button type="submit" variant="filled" loading={begin.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('newRule.begin')}
        </Button>
      </Stack>
    </form>
  );
}

/** Paragraphs, parted by empty lines; a line that begins with # is a heading. */
function readText(text: string) {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const heading = /^(#{1,3})\s+(.+)$/.exec(part);
      return heading === null
        ? { kind: 'paragraph' as const, runs: [{ text: part }] }
        : { kind: 'heading' as const, level: heading[1]!.length as 1 | 2 | 3, runs: [{ text: heading[2]! }] };
    });
}
