import { ActionIcon, Button, Group, Popover, ScrollArea, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api.ts';
import { Moment } from '../components/moment.tsx';
import { noticesQuery } from '../queries.ts';
import { pathOfSubject } from '../subject.ts';
import classes from './header.module.css';
import { Icon } from './icon.tsx';
import { useMember } from './member.ts';
import { PathLink } from './path-link.tsx';

/** What happened since I was here. Home says what to do; the bell never does. */
export function Bell() {
  const { t } = useTranslation();
  const { slug } = useMember();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(noticesQuery(slug));
  const queryClient = useQueryClient();
  const seen = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/organizations/{organization}/notices/seen', { params: { path: { organization: slug } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticesQuery(slug).queryKey }),
  });
  if (data === undefined) return null;
  const { unseen } = data;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus>
      <Popover.Target>
        <ActionIcon
          pos="relative"
          onClick={() => setOpen(!open)}
          aria-label={t('bell.open', { count: unseen })}
          aria-expanded={open}
        >
          <Icon of={IconBell} />
          {unseen > 0 ? (
            <span className={classes.unseen} aria-hidden>
              {unseen}
            </span>
          ) : null}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('bell.title')}>
        <Group justify="space-between" px="sm" pb="xs">
          <Text fw={550}>{t('bell.title')}</Text>
          {unseen > 0 ? (
            <Button size="compact-sm" variant="subtle" loading={seen.isPending} onClick={() => seen.mutate()}>
              {t('bell.seen')}
            </Button>
          ) : null}
        </Group>
        <ScrollArea.Autosize mah={420}>
          {data.rows.length === 0 ? (
            <Text c="dimmed" px="sm" py="xs">
              {t('bell.empty')}
            </Text>
          ) : (
            data.rows.map((notice) => (
              <PathLink
                key={notice.id}
                path={pathOfSubject(slug, notice.subject)}
                className={classes.notice}
                data-unseen={!notice.seen || undefined}
                onClick={() => setOpen(false)}
              >
                {notice.text}
                <Text size="xs" c="dimmed">
                  <Moment at={notice.at} plain />
                </Text>
              </PathLink>
            ))
          )}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
