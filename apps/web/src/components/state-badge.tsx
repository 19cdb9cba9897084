import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import { iconOf, type State, type Tone, toneOf } from './state.ts';
import classes from './state-badge.module.css';

interface StateBadgeProps {
  readonly state: State;
  /** Says more than the state's own word: "Open until 28 Sep 18:00". */
  readonly children?: ReactNode;
}

/** The state of an object: colour, icon and word together. */
export function StateBadge({ state, children }: StateBadgeProps) {
  const { t } = useTranslation();
  return <ToneBadge tone={toneOf(state)}>{children ?? t(`state.${state}`)}</ToneBadge>;
}

/** A badge for a state that has a word of its own in one room only; it takes the tone of its nearest. */
export function ToneBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Badge
      color={tone === 'grey' || tone === 'withheld' ? 'gray' : tone}
      className={tone === 'withheld' ? classes.withheld : undefined}
      leftSection={<Icon of={iconOf(tone)} size={14} />}
    >
      {children}
    </Badge>
  );
}

/** A plain label beside the state: a kind, a regulation. It has no colour, for it is no state. */
export function KindBadge({ children }: { readonly children: ReactNode }) {
  return (
    <Badge variant="outline" color="gray" className={classes.kind}>
      {children}
    </Badge>
  );
}
