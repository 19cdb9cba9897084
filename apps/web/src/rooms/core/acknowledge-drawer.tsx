import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import type { Transmission } from './transmission-queries.ts';

interface AcknowledgeDrawerProps {
  readonly open: boolean;
  readonly one: Transmission;
  readonly onClose: () => void;
}

/** A customer acknowledges by name. It asks once, beside the text, because what is in the ledger is not taken back. */
export function AcknowledgeDrawer({ open, one, onClose }: AcknowledgeDrawerProps) {
  const { t } = useTranslation('transmissions');
  const { slug, name } = useMember();
  const client = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/transmissions/{transmission}/acknowledge', {
          params: { path: { organization: slug, transmission: one.id } },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: keyOf(slug, 'transmission') });
      await client.invalidateQueries({ queryKey: keyOf(slug, 'waiting') });
    },
  });
  return (
    <SideDrawer open={open} title={t('acknowledgeTitle')} beside onClose={onClose}>
      <Stack gap="md">
        <Text>{t('acknowledgeWhat', { label: one.label, version: one.version ?? '', title: one.title })}</Text>
        <Text fw={550}>{t('acknowledgeMeaning', { customer: one.customer.name })}</Text>
        <Text size="sm" c="dimmed">
          {t('acknowledgeStays')}
        </Text>
        <RefusalOf error={acknowledge.error} />
        <Button variant="filled" data-autofocus loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {t('acknowledgeAs', { name })}
        </Button>
      </Stack>
    </SideDrawer>
  );
}
