import { Button, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../components/moment.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { useMember } from '../../shell/member.ts';
import { outboxQuery } from './queries.ts';
import { SettingsTabs } from './settings-tabs.tsx';

/** The mail that left, or would have left. */
export function OutboxPage() {
  const { t } = useTranslation('settings');
  const { slug } = useMember();
  const outbox = useInfiniteQuery(outboxQuery(slug));
  const [first] = outbox.data?.pages ?? [];
  const rows = outbox.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <SettingsTabs />
      <PageTitle mb="xs">{t('outbox.title')}</PageTitle>
      <RefusalOf error={outbox.error} />
      {first === undefined ? null : (
        <Text c="dimmed" mb="md">
          {first.sendsMail ? t('outbox.sends') : t('outbox.keeps')}
        </Text>
      )}
      {first !== undefined && rows.length === 0 ? <Text>{t('outbox.empty')}</Text> : null}
      <Stack gap="md" maw={760}>
        {rows.map((mail) => (
          <Paper key={mail.id} withBorder p="md" component="article" aria-label={mail.subject}>
            <Text fw={550}>{mail.subject}</Text>
            <Text size="sm" c="dimmed" component="div">
              {mail.recipient}
              {mail.customer === null ? '' : ` · ${mail.customer}`}
              {' · '}
              <Moment at={mail.writtenAt} />
              {' · '}
              {mail.sentAt !== null
                ? t('outbox.sent')
                : mail.failure === null
                  ? t('outbox.waits')
                  : t('outbox.failed', { failure: mail.failure })}
            </Text>
            <Text mt="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {mail.body}
            </Text>
          </Paper>
        ))}
      </Stack>
      {outbox.hasNextPage ? (
        <Button mt="md" loading={outbox.isFetchingNextPage} onClick={() => void outbox.fetchNextPage()}>
          {t('outbox.older')}
        </Button>
      ) : null}
    </>
  );
}
