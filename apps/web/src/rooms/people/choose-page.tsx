import { Stack, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../queries.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { MembershipList } from './membership-list.tsx';

/** Where to go, for a person who belongs to several organizations or to none yet. */
export function ChoosePage() {
  const { t } = useTranslation('people');
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <PlainFrame>
      <Stack gap="lg">
        <PageTitle>{t('choose.title')}</PageTitle>
        {me.memberships.length === 0 ? (
          <div>
            <Text>{t('choose.none')}</Text>
            <Text c="dimmed">{t('choose.noneTodo')}</Text>
          </div>
        ) : (
          <MembershipList memberships={me.memberships} icon={IconChevronRight} />
        )}
      </Stack>
    </PlainFrame>
  );
}
