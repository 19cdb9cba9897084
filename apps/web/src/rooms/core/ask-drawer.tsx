import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { currentLanguage } from '../../texts/language.ts';
import type { Transmission } from './transmission-queries.ts';

interface AskDrawerProps {
  /** The place of the hole, counted from 1; without it the drawer is closed. */
  readonly number: number | undefined;
  readonly one: Transmission;
  readonly onClose: () => void;
}

/** A customer asks for a block that is withheld, in his own words: an intervention like any other. */
export function AskDrawer({ number, one, onClose }: AskDrawerProps) {
  const { t } = useTranslation('transmissions');
  const { slug } = useMember();
  const client = useQueryClient();
  const values = { number: number ?? 0, label: one.label, version: one.version ?? '' };
  const [words, setWords] = useState<string>(() => t('askDraft', values));
  const asking = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/transmissions/{transmission}/ask', {
          params: { path: { organization: slug, transmission: one.id } },
          body: { words, language: currentLanguage() },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'intervention') }),
  });
  return (
    <SideDrawer open={number !== undefined} title={t('ask')} beside onClose={onClose}>
      {asking.data === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            asking.mutate();
          }}
        >
          <Stack gap="md">
            <Text fw={550}>{t('askWhat', values)}</Text>
            <Textarea
              label={t('askWords')}
              description={t('askHelp')}
              required
              autosize
              minRows={4}
              maxLength={5000}
              data-autofocus
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <RefusalOf error={asking.error} />
            <Button type="submit" variant="filled" loading={asking.isPending}>
              {t('send')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <Text component="output">{t('asked')}</Text>
          <TextLink
            to="/o/$organization/interventions/$intervention"
            params={{ organization: slug, intervention: asking.data.intervention }}
          >
            {t('toAsked')}
          </TextLink>
        </Stack>
      )}
    </SideDrawer>
  );
}
