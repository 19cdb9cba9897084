import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useMember } from '../../shell/member.ts';
import { useRequirementsChanged } from './judging.ts';
import type { Catalogue } from './queries.ts';

/** Types clauses in, one after the other: the form stays open for the next. */
export function AddClauseDrawer({
  catalogue,
  onClose,
}: {
  readonly catalogue: Catalogue;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const changed = useRequirementsChanged();
  const first = useRef<HTMLInputElement>(null);
  const [clause, setClause] = useState('');
  const [words, setWords] = useState('');
  const [source, setSource] = useState('');
  const add = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/catalogues/{catalogue}/requirements', {
          params: { path: { organization: slug, catalogue: catalogue.id } },
          body: { clause, words, source },
        }),
      ),
    onSuccess: async () => {
      setClause('');
      setWords('');
      first.current?.focus();
      await changed();
    },
  });
  return (
    <SideDrawer open beside title={t('addClause.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">{t('addClause.help')}</Text>
          <TextInput
            ref={first}
            label={t('requirements.clause')}
            required
            maxLength={60}
            data-autofocus
            value={clause}
            onChange={(event) => setClause(event.currentTarget.value)}
          />
          <Textarea
            label={t('addClause.words')}
            lang={catalogue.language}
            required
            autosize
            minRows={4}
            maxLength={10_000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <TextInput
            label={t('addClause.source')}
            maxLength={500}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <RefusalOf error={add.error} />
          {add.isSuccess ? (
            <Text component="output" c="dimmed">
              {t('addClause.done')}
            </Text>
          ) : null}
          <Button type="submit" variant="filled" loading={add.isPending}>
            {t('addClause.add')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
