import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from './link.tsx';
import { PageTitle } from './page-title.tsx';
import { PlainFrame } from './plain-frame.tsx';

/** What does not exist and what is not yours look the same. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <PlainFrame>
      <Stack gap="md" align="flex-start">
        <PageTitle>{t('missing.title')}</PageTitle>
        <Text c="dimmed">{t('missing.text')}</Text>
        <ButtonLink to="/">{t('missing.home')}</ButtonLink>
      </Stack>
    </PlainFrame>
  );
}
