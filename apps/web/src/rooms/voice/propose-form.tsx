import { Button, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';

/** A theme starts a proposal: on a service rule that is there, or on a new one with its first sentence. */
export function ProposeForm({ theme, title: theme_ }: { readonly theme: string; readonly title: string }) {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(theme_);
  const [rule, setRule] = useState<string | null>(null);
  const [ruleTitle, setRuleTitle] = useState('');
  const [text, setText] = useState('');
  const { data } = useQuery({
    queryKey: keyOf(slug, 'rule', 'service'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules', {
          params: { path: { organization: slug }, query: { kind: 'service', limit: 200 } },
        }),
      ),
  });
  const propose = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/themes/{theme}/proposals', {
          params: { path: { organization: slug, theme } },
          body: {
            title,
            method: 'by-consent',
            on: rule === null ? { kind: 'new-rule', title: ruleTitle, text } : { kind: 'rule', rule },
          },
        }),
      ),
    onSuccess: async ({ proposal }) => {
      await queryClient.invalidateQueries({ queryKey: [slug] });
      router.history.push(pathOfSubject(slug, { kind: 'proposal', id: proposal }));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate();
      }}
    >
      <Stack gap="md">
        <Text>{t('propose.hint')}</Text>
        <TextInput
          label={t('propose.title')}
          required
          withAsterisk={false}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Select
          label={t('propose.rule')}
          description={t('propose.ruleHint')}
          placeholder={t('propose.newRule')}
          clearable
          searchable
          data={(data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.label} ${row.title}` }))}
          value={rule}
          onChange={setRule}
        />
        {rule === null ? (
          <>
            <TextInput
              label={t('propose.ruleTitle')}
              required
              withAsterisk={false}
              maxLength={200}
              value={ruleTitle}
              onChange={(event) => setRuleTitle(event.currentTarget.value)}
            />
            <Textarea
              label={t('propose.text')}
              required
              withAsterisk={false}
              autosize
              minRows={3}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </>
        ) : null}
        <RefusalOf error={propose.error} />
        <Button type="submit" variant="filled" loading={propose.isPending}>
          {t('propose.act')}
        </Button>
      </Stack>
    </form>
  );
}
