import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../shell/icon.tsx';
import type { PlanDifference } from '../plan-difference.ts';
import type { Tried } from '../engine/engine-messages.ts';
import classes from './price-tip.module.css';
import { useDifferenceWords } from './use-difference-words.ts';

interface PriceTipProps {
  /** Null while the engine reckons. */
  readonly tried: Tried | null;
  readonly difference: PlanDifference | null;
  /** Where the lot would stand: "Press 2, Wed 25 Nov 10:00". */
  readonly where: string;
  readonly currency: string;
  readonly prices: boolean;
  /** Of the pointer in the window; absent when it is moved by keys, and the tip stands in its place on the page. */
  readonly at?: { readonly x: number; readonly y: number };
  /** From the wish to the answer, in milliseconds. */
  readonly answeredIn: number | null;
}

/** What a lot costs and breaks where it is held, before it is dropped. Read out politely. */
export function PriceTip({ tried, difference, where, currency, prices, at, answeredIn }: PriceTipProps) {
  const { t } = useTranslation('plan');
  const words = useDifferenceWords(currency, prices);
  const place =
    at === undefined
      ? {}
      : {
          position: 'fixed' as const,
          insetInlineStart: Math.min(at.x + 16, window.innerWidth - 340),
          top: Math.min(at.y + 18, window.innerHeight - 190),
        };
  return (
    <output
      className={classes.tip}
      style={place}
      data-held={at !== undefined || undefined}
      data-answered-in={answeredIn ?? undefined}
    >
      <Text size="xs" c="dimmed">
        {where}
      </Text>
      {tried === null ? <Text>{t('try.waits')}</Text> : null}
      {tried?.ok === false ? <Text fw={550}>{t(`try.because.${tried.because}`)}</Text> : null}
      {tried?.ok && difference ? (
        <>
          <Text fw={620}>{words.headline(difference)}</Text>
          {words.terms(difference) === '' ? null : (
            <Text size="xs" c="dimmed">
              {words.terms(difference)}
            </Text>
          )}
          {words.consequences(difference).map(({ bad, text }) => (
            <div key={text} className={classes.line} data-bad={bad || undefined}>
              <Icon of={bad ? IconAlertTriangle : IconCheck} size={14} />
              <span>{text}</span>
            </div>
          ))}
        </>
      ) : null}
      {at === undefined && tried?.ok ? (
        <Text size="xs" c="dimmed">
          {t('try.keys')}
        </Text>
      ) : null}
    </output>
  );
}
