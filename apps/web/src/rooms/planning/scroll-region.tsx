import type { ReactNode } from 'react';
import classes from './tables.module.css';

/** What is wider than a phone: scrolled by finger, wheel or keyboard. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
    <section className={classes['scroll']} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
