import { Button, FileButton, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { asBytes } from '../../bytes.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { currentLanguage } from '../../texts/language.ts';
import { DropPlace } from './drop-place.tsx';
import { languages } from './languages.ts';
import { useOpenDraft } from './use-open-draft.ts';

/** Begins a procedure: from a Markdown file or its pasted text, or empty, to be written in the editor. */
export function NewProcedurePage() {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const openDraft = useOpenDraft();
  const [title, setTitle] = useState('');
  const [label, setLabel] = useState('');
  const [language, setLanguage] = useState<'en' | 'fr'>(currentLanguage());
  const [text, setText] = useState('');
  const begin = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/procedures/markdown', {
          params: {
            path: { organization: slug },
            query: { title, language, ...(label.trim() === '' ? {} : { label: label.trim() }) },
          },
          // A draft has a paragraph to begin in.
          body: text.trim() === '' ? `## ${title}` : text,
          ...asBytes,
        }),
      ),
    onSuccess: ({ proposal }) => openDraft(proposal),
  });
  const read = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    const { title: named, body } = readMarkdown(await file.text());
    setText(body);
    if (title === '') setTitle(named ?? file.name.replace(/\.\w+$/, ''));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <Stack gap="lg" maw={680}>
        <div>
          <PageTitle>{t('newProcedure.title')}</PageTitle>
          <Text c="dimmed" mt="xs">
            {t('newProcedure.help')}{' '}
            <TextLink
              underline="always"
              to="/o/$organization/requirements"
              params={{ organization: slug }}
              search={{ state: 'gap' }}
            >
              {t('newProcedure.fromGaps')}
            </TextLink>
          </Text>
        </div>
        <TextInput
          label={t('write.name')}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('write.label')}
            description={t('write.labelHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
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
        </Group>
        <DropPlace onFile={(file) => void read(file)}>
          <Textarea
            w="100%"
            label={t('newProcedure.text')}
            description={t('newProcedure.textHelp')}
            lang={language}
            autosize
            minRows={8}
            maxRows={24}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FileButton accept=".md,.markdown,.txt,text/markdown,text/plain" onChange={(file) => void read(file)}>
            {(props) => <Button {...props}>{t('newProcedure.file')}</Button>}
          </FileButton>
        </DropPlace>
        <RefusalOf error={begin.error} />
        <Button type="submit" variant="filled" loading={begin.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('newProcedure.begin')}
        </Button>
      </Stack>
    </form>
  );
}

/** A file that begins with its title, as our own export does, gives it to the field and keeps the rest. */
function readMarkdown(text: string): { readonly title: string | null; readonly body: string } {
  const first = /^\uFEFF?\s*#\s+(.+?)\s*(?:\r?\n|$)/.exec(text);
  return first === null
    ? { title: null, body: text }
    : { title: first[1] ?? null, body: text.slice(first[0].length).trimStart() };
}
