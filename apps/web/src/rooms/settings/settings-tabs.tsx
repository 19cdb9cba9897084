import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';

const pages = [
  { name: 'people', to: '/o/$organization/settings' },
  { name: 'organization', to: '/o/$organization/settings/organization' },
  { name: 'keys', to: '/o/$organization/settings/keys' },
  { name: 'outbox', to: '/o/$organization/settings/outbox' },
] as const;

/** The pages of the settings, from each to the others. Who only invites has one page, and needs no way to the others. */
export function SettingsTabs() {
  const { t } = useTranslation('settings');
  const { slug, has } = useMember();
  if (!has('administrator')) return null;
  return (
    <nav aria-label={t('tabs.label')}>
      <Group gap="lg" mb="md">
        {pages.map(({ name, to }) => (
          <TextLink
            key={name}
            to={to}
            params={{ organization: slug }}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ fw: 620, 'aria-current': 'page', underline: 'always' }}
            py={4}
          >
            {t(`tabs.${name}`)}
          </TextLink>
        ))}
      </Group>
    </nav>
  );
}
