import { Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../texts/catalogues.ts';
import { chooseLanguage, useLanguage } from '../texts/language.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { Announcer } from './page-title.tsx';
import classes from './plain-frame.module.css';

const names = { en: 'English', fr: 'Français' } as const;

/** The frame of pages outside an organization: the door, an invitation, one's own account, links without an account. */
export function PlainFrame({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Link to="/" className={classes.brand}>
          <svg viewBox="0 0 512 512" width="24" height="24" aria-hidden>
            <rect width="512" height="512" rx="96" className={classes.mark} />
            <g fill="none" stroke="#fff" strokeWidth="36" strokeLinecap="round">
              <path d="M318 176a112 112 0 1 0 0 160" />
              <path d="M256 256h152" />
            </g>
            <circle cx="408" cy="256" r="26" fill="#fff" />
          </svg>
          <Text component="span" fw={620} fz="lg">
            {t('product')}
          </Text>
        </Link>
        <nav className={classes.languages} aria-label={t('menu.language')}>
          {languages.map((each) => (
            <UnstyledButton
              key={each}
              lang={each}
              className={classes.language}
              aria-pressed={each === language}
              onClick={() => void chooseLanguage(each)}
            >
              {names[each]}
            </UnstyledButton>
          ))}
        </nav>
      </header>
      <OfflineNotice />
      <main className={classes.main} data-wide={wide || undefined}>
        {children}
      </main>
      <Announcer />
    </div>
  );
}
