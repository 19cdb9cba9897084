import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { useRequirementsChanged } from './judging.ts';
import { languages } from './languages.ts';
import type { RequirementRow } from './queries.ts';
import { useOpenDraft } from './use-open-draft.ts';

/** Begins the procedure that answers clauses: a heading and an empty paragraph for each, linked to it from the first version on. */
export function WriteProcedureDrawer({
  rows,
  onClose,
}: {
  readonly rows: readonly Pick<RequirementRow, 'id' | 'clause' | 'language'>[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const formats = useFormats();
  const openDraft = useOpenDraft();
  const changed = useRequirementsChanged();
  const [title, setTitle] = useState('');
  const [label, setLabel] = useState('');
  const [language, setLanguage] = useState<'en' | 'fr'>(rows[0]?.language ?? 'en');
  const begin = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/procedures', {
          params: { path: { organization: slug } },
          body: {
            title,
            label: label.trim() === '' ? null : label.trim(),
            language,
            requirements: rows.map((row) => row.id),
          },
        }),
      ),
    onSuccess: async ({ proposal }) => {
      await changed();
      openDraft(proposal);
    },
  });
  return (
    <SideDrawer open title={t('write.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">
            {t('write.answers', {
              count: rows.length,
              clauses: formats.list(rows.slice(0, 12).map((row) => row.clause)),
            })}
          </Text>
          <TextInput
            label={t('write.name')}
            required
            maxLength={200}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('write.label')}
            description={t('write.labelHelp')}
            maxLength={40}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Select
            label={t('write.language')}
            allowDeselect={false}
            data={languages}
            value={language}
            onChange={(value) => setLanguage(value === 'fr' ? 'fr' : 'en')}
          />
          <RefusalOf error={begin.error} />
          <Button type="submit" variant="filled" loading={begin.isPending}>
            {t('write.begin')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
