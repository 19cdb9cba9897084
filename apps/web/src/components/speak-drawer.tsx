import { Button, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api.ts';
import { newId } from '../new-id.ts';
import { useMember } from '../shell/member.ts';
import { currentLanguage } from '../texts/language.ts';
import type { Channel } from './channel-mark.tsx';
import { RefusalOf } from './refusal.tsx';
import { SideDrawer } from './side-drawer.tsx';

/** In the order in which they are offered: what most customers have to say comes first. */
const channels = ['voice', 'planning', 'certification'] as const;

interface SpeakDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A customer says something in his own words; it becomes an intervention at once, and he sees what becomes of it. */
export function SpeakDrawer({ open, onClose }: SpeakDrawerProps) {
  const { t } = useTranslation();
  const { slug, organization } = useMember();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  // Pressed again when no answer came back, the same words are said once.
  const [id, setId] = useState(newId);
  const write = (text: string): void => {
    setWords(text);
    setId(newId());
  };
  const [channel, setChannel] = useState<Channel>();
  const waysIn = channels.filter((each) => organization.waysIn.includes(each));
  const about = channel ?? waysIn[0] ?? 'voice';
  const say = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/interventions', {
          params: { path: { organization: slug } },
          body: { id, channel: about, words, language: currentLanguage() },
        }),
      ),
    onSuccess: () => {
      write('');
      onClose();
      return client.invalidateQueries({ queryKey: [slug] });
    },
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    say.mutate();
  };
  return (
    <SideDrawer open={open} title={t('speak.act')} onClose={onClose}>
      <form onSubmit={send}>
        <Stack gap="md">
          <Textarea
            label={t('speak.words')}
            description={t('speak.help')}
            autosize
            minRows={4}
            required
            withAsterisk={false}
            data-autofocus
            value={words}
            onChange={(event) => write(event.currentTarget.value)}
          />
          {waysIn.length > 1 ? (
            <Select
              label={t('speak.about')}
              allowDeselect={false}
              value={about}
              onChange={(value) => setChannel(waysIn.find((way) => way === value))}
              data={waysIn.map((value) => ({ value, label: t(`speak.channel.${value}`) }))}
            />
          ) : null}
          <RefusalOf error={say.error} />
          <Button type="submit" variant="filled" loading={say.isPending}>
            {t('speak.send')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
