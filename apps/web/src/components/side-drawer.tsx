import { Drawer, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './side-drawer.module.css';

interface SideDrawerProps {
  readonly open: boolean;
  readonly title: string;
  /** The page beside stays readable, can be scrolled and keeps its colours. */
  readonly beside?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A drawer at the right. It closes by Escape and by its cross; beside a page, a click on the page leaves it open. */
export function SideDrawer({ open, title, beside = false, onClose, children }: SideDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer.Root
      opened={open}
      onClose={onClose}
      size={420}
      position="right"
      {...(beside ? { lockScroll: false, closeOnClickOutside: false, trapFocus: false } : {})}
    >
      {beside ? null : <Drawer.Overlay backgroundOpacity={0.25} />}
      <Drawer.Content className={classes.content}>
        {/* Mantine draws a `header`, which screen readers would take for the page's own banner. */}
        <Drawer.Header role="presentation">
          <Drawer.Title>
            <Text component="span" fw={620}>
              {title}
            </Text>
          </Drawer.Title>
          <Drawer.CloseButton aria-label={t('close')} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
