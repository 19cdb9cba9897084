import { ActionIcon, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import { useKeys } from '../shell/keys.ts';
import { PathLink } from '../shell/path-link.tsx';
import classes from './peek.module.css';

interface PeekProps {
  readonly name: string;
  readonly address: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What one line of a list holds, beside the list: a look, not a page. Escape closes it. */
export function Peek({ name, address, onClose, children }: PeekProps) {
  const { t } = useTranslation();
  useKeys({ Escape: onClose });
  return (
    <aside className={classes.peek} aria-label={t('list.peek', { name })}>
      <Group justify="space-between" mb="sm">
        <PathLink path={address} className={classes.open}>
          {t('list.openPage')}
        </PathLink>
        <ActionIcon onClick={onClose} aria-label={t('close')}>
          <Icon of={IconX} />
        </ActionIcon>
      </Group>
      {children}
    </aside>
  );
}
