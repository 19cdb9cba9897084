import { Anchor, Button, Loader, Stack, Text, Title } from '@mantine/core';
import type { Delivery, Explanation } from '@coprod/planner';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardTime } from './board/use-board-time.ts';
import classes from './late-panel.module.css';
import { daysLate, isLate } from './plan-difference.ts';

interface LatePanelProps {
  readonly deliveries: readonly Delivery[];
  readonly time: BoardTime;
  /** Shows the item, and the lot that its customer waits for; absent where lates are only read. */
  readonly onChoose: ((delivery: Delivery) => void) | undefined;
  /** Absent where nobody reckons. */
  readonly explain: ((demand: string) => Promise<Explanation | null>) | undefined;
}

/** So many are shown at once; the dearest come first. */
const shownAtOnce = 6;

/** What leaves too late in this plan, and, when asked, why. */
export function LatePanel({ deliveries, time, onChoose, explain }: LatePanelProps) {
  const { t } = useTranslation('plan');
  const [all, setAll] = useState(false);
  const late = deliveries
    .filter(isLate)
    .toSorted((a, b) => b.costCents - a.costCents || (a.latestDispatch < b.latestDispatch ? -1 : 1));
  const shown = all ? late : late.slice(0, shownAtOnce);
  return (
    <section aria-labelledby="late-promises">
      <Title order={2} id="late-promises" mb="xs">
        {t('late.title')}{' '}
        {late.length > 0 ? <span className={classes.count}>{time.formats.number(late.length)}</span> : null}
      </Title>
      {late.length === 0 ? <Text c="dimmed">{t('late.none')}</Text> : null}
      <ul className={classes.list}>
        {shown.map((delivery) => (
          <LateLine key={delivery.demand} delivery={delivery} time={time} onChoose={onChoose} explain={explain} />
        ))}
      </ul>
      {shown.length < late.length ? (
        <Anchor component="button" type="button" onClick={() => setAll(true)}>
          {t('late.showAll', { count: late.length })}
        </Anchor>
      ) : null}
    </section>
  );
}

function LateLine({
  delivery,
  time,
  onChoose,
  explain,
}: Pick<LatePanelProps, 'time' | 'onChoose' | 'explain'> & { readonly delivery: Delivery }) {
  const { t } = useTranslation('plan');
  const [answer, setAnswer] = useState<Explanation | 'asked' | 'none' | 'failed' | null>(null);
  const { item, customer } = delivery;
  const ask = (): void => {
    setAnswer('asked');
    void explain?.(delivery.demand).then(
      (explanation) => setAnswer(explanation ?? 'none'),
      () => setAnswer('failed'),
    );
  };
  return (
    <li>
      <Stack gap={2}>
        <div className={classes.head}>
          {onChoose ? (
            <Anchor component="button" type="button" fw={550} onClick={() => onChoose(delivery)}>
              {item}
            </Anchor>
          ) : (
            <Text fw={550}>{item}</Text>
          )}
          <Text size="sm" className={classes.late}>
            <span aria-hidden>▲ </span>
            <LateWords delivery={delivery} time={time} />
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {t('late.asked', {
            customer,
            pieces: time.formats.number(piecesOf(delivery)),
            day: time.formats.day(
              Temporal.Instant.from(delivery.latestDispatch).toZonedDateTimeISO(time.days.zone).toPlainDate(),
            ),
          })}
        </Text>
        <div aria-live="polite">
          {answer === 'asked' ? (
            <Text size="sm" c="dimmed">
              <Loader size={12} mr={6} aria-hidden />
              {t('late.looking')}
            </Text>
          ) : answer === null ? null : (
            <Text size="sm">
              <Why answer={answer} />
            </Text>
          )}
        </div>
        {answer === null && explain ? (
          <Button
            size="compact-sm"
            variant="subtle"
            className={classes.why}
            onClick={ask}
            aria-label={t('late.whyOf', { item, customer })}
          >
            {t('late.why')}
          </Button>
        ) : null}
      </Stack>
    </li>
  );
}

export function LateWords({ delivery, time }: { readonly delivery: Delivery; readonly time: BoardTime }) {
  const { t } = useTranslation('plan');
  const days = daysLate(delivery);
  if (days === null) return t('late.missing', { pieces: time.formats.number(delivery.unservedPieces) });
  return days === 0 ? t('late.hours') : t('late.days', { count: days });
}

/** The cause that was proven, in one sentence. */
function Why({ answer }: { readonly answer: Explanation | 'none' | 'failed' }) {
  const { t } = useTranslation('plan');
  if (answer === 'failed') return t('board.failed');
  if (answer === 'none') return t('late.unknown');
  if (answer.curedBySearch) return t('late.search');
  const { named } = answer;
  if (named === null || named.effect === 'none') return t('late.unknown');
  return t(`late.${named.effect}`, { cause: t(`late.cause.${named.kind}`, { at: named.at }) });
}

const piecesOf = ({ parts, unservedPieces }: Delivery): number =>
  parts.reduce((sum, part) => sum + part.pieces, unservedPieces);
