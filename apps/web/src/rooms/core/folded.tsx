import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../../shell/icon.tsx';
import classes from './home-page.module.css';

interface FoldedProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A group that is over with: its title and count, opened on demand. Nothing at all where there is nothing in it. */
export function Folded({ title, count, children }: FoldedProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (count === 0) return null;
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.when}>
        <UnstyledButton className={classes.fold} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {title} {count}
          <Icon of={IconChevronRight} size={14} />
        </UnstyledButton>
      </h2>
      <div id={id}>{open ? children : null}</div>
    </section>
  );
}
