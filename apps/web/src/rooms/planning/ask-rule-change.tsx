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

interface AskRuleChangeProps {
  /** The intervention that the call-off opened. */
  readonly callOff: string;
  /** The rule as it was cited: R-12. */
  readonly label: string;
}

/** The customer asks, in his own words, that the rule itself be changed; what becomes of them is one click away. */
export function AskRuleChange({ callOff, label }: AskRuleChangeProps) {
  const { t, i18n } = useTranslation('planning');
  const { slug, organization } = useMember();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const wish = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/interventions/{intervention}/rule-wish', {
          params: { path: { organization: slug, intervention: callOff } },
          body: { words, language: i18n.language === 'fr' ? 'fr' : 'en' },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'intervention') }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('offer.wish')}
      </Button>
      <SideDrawer open={open} title={t('offer.wishTitle', { label })} beside onClose={() => setOpen(false)}>
        {wish.data === undefined ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              wish.mutate();
            }}
          >
            <Stack gap="md">
              <Textarea
                label={t('offer.wishWords')}
                autosize
                minRows={4}
                required
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
              <Text size="sm" c="dimmed">
                {t('offer.wishHelp', { organization: organization.name })}
              </Text>
              <RefusalOf error={wish.error} />
              <Button type="submit" variant="filled" loading={wish.isPending}>
                {t('offer.wishSend')}
              </Button>
            </Stack>
          </form>
        ) : (
          <Stack gap="md">
            <Text component="output">{t('offer.wishSent')}</Text>
            <TextLink
              underline="always"
              to="/o/$organization/interventions/$intervention"
              params={{ organization: slug, intervention: wish.data.intervention }}
            >
              {t('offer.wishSee')}
            </TextLink>
          </Stack>
        )}
      </SideDrawer>
    </>
  );
}
