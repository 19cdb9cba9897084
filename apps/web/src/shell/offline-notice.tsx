import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** Says when there is no network, and that nothing is lost by it. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <output>
      {online ? null : (
        <Alert radius={0} color="gray" p="xs" px="lg" icon={<Icon of={IconWifiOff} />}>
          {t('offline.notice')}
        </Alert>
      )}
    </output>
  );
}
