import { Button, Group, Text } from '@mantine/core';
import type { Delivery, Plan, Problem } from '@coprod/planner';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardLegend } from './board/board-legend.tsx';
import type { BoardLot } from './board/board-rows.ts';
import { BoardToolbar } from './board/board-toolbar.tsx';
import type { ColourBy, LotStyle } from './board/draw-lots.ts';
import { LotFocus } from './board/lot-focus.tsx';
import { momentOf, useDescribe } from './board/lot-words.ts';
import { nudged } from './board/nudge.ts';
import { PlanCanvas } from './board/plan-canvas.tsx';
import { PriceTip } from './board/price-tip.tsx';
import { revealing, stepOf } from './board/time-scale.ts';
import type { LotDrag } from './board/use-board-pointer.ts';
import { useBoardTime } from './board/use-board-time.ts';
import type { BoardState } from './edit-history.ts';
import type { Engine } from './engine/engine.ts';
import { ItemStrips } from './item-strips.tsx';
import { LatePanel } from './late-panel.tsx';
import { LoadStrip } from './load-strip.tsx';
import { LotList } from './lot-list.tsx';
import { LotPanel } from './lot-panel.tsx';
import classes from './plan-board.module.css';
import { isLate } from './plan-difference.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardPicture } from './use-board-picture.ts';
import type { PlanEdits } from './use-plan-edits.ts';

interface PlanBoardProps {
  readonly problem: Problem;
  readonly present: BoardState;
  readonly engine: Engine;
  readonly edits: PlanEdits;
  /** The plan in force, against which lots count as moved; null where this is it, or there is none. */
  readonly base: Plan | null;
  readonly prices: boolean;
  readonly editable: boolean;
}

/** The board: lines and days with their lots, what is late and why, and beneath it stock, cumulative quantity, load and people. */
export function PlanBoard({ problem, present, engine, edits, base, prices, editable }: PlanBoardProps) {
  const { t } = useTranslation('plan');
  const time = useBoardTime(problem);
  const { view, bounds, formats } = time;
  const [as, setAs] = useState<'board' | 'list'>('board');
  const [colourBy, setColourBy] = useState<ColourBy>('change');
  const [chosen, setChosen] = useState<string | null>(null);
  const [chosenItem, setItem] = useState<string | null>(null);
  const [pointer, setPointer] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { moving, history, wish, put, cancel, togglePin } = edits;
  const { rows, drawn, byId, ghost, difference } = useBoardPicture(problem, present, base, moving, time);
  const selected = (chosen === null ? undefined : byId.get(chosen)) ?? null;
  const first = rows.find(({ lots }) => lots.length > 0)?.lots[0] ?? null;
  // Unless something is chosen, the curves are those of what is late.
  const late = present.evaluation.deliveries.find(isLate);
  const item = chosenItem ?? selected?.item ?? late?.item ?? first?.item ?? problem.items[0]?.id ?? '';
  const lines = useMemo(() => problem.lines.map(({ id }) => id), [problem]);
  const items = useMemo(() => problem.items.map(({ id }) => id), [problem]);
  const families = useMemo(
    () => [...new Set(problem.items.flatMap(({ family }) => family ?? []))].toSorted(formats.compare),
    [problem, formats],
  );
  const style = useMemo(
    (): LotStyle => ({
      colourBy,
      families: new Map(families.map((family, place) => [family, place])),
      number: formats.number,
    }),
    [colourBy, families, formats],
  );

  const choose = useCallback((lot: BoardLot | null) => {
    setChosen(lot?.id ?? null);
    setItem(null);
  }, []);
  const chooseAndShow = (lot: BoardLot): void => {
    choose(lot);
    view.set(revealing(view.get(), lot.from, lot.to, bounds));
  };
  const hold = (lot: BoardLot, row: number, from: number): void => {
    choose(lot);
    const line = rows[row]?.line;
    if (line !== undefined) wish({ lot: lot.id, line, start: time.instant(from) });
  };
  const leave = (): void => {
    setPointer(null);
    cancel();
  };
  const drag = ({ lot, row, from, x, y }: LotDrag): void => {
    setPointer({ x, y });
    hold(lot, row, from);
  };
  const nudge = (lot: BoardLot, steps: number, towards: number): void => {
    if (!editable || lot.begun) return;
    setPointer(null);
    const held = moving?.lot === lot.id ? moving : null;
    const now = held ? rows.findIndex(({ line }) => line === held.line) : lot.row;
    const row = towards === 0 ? now : nextLineFor(problem, lot.item, now, towards);
    const from = held ? time.at(held.start) : lot.from;
    const step = steps * stepOf(view.get());
    const to = step === 0 ? from : nudged(rows[row]?.windows ?? [], from, step);
    view.set(revealing(view.get(), to, to + lot.to - lot.from, bounds));
    hold(lot, row, to);
  };
  const chooseLate = (delivery: Delivery): void => {
    const lot = lateLotOf(delivery, byId);
    if (lot) chooseAndShow(lot);
    setItem(delivery.item);
  };
  const pin = (): void => {
    if (selected && !selected.begun) togglePin(selected.id);
  };
  useBoardKeys({ time, edits: editable ? { onPin: pin, onUndo: edits.undo, onRedo: edits.redo } : undefined });
  // Who leaves the board holds nothing any more.
  useEffect(() => cancel, [cancel]);
  const describe = useDescribe(rows, time);
  const held = moving === null ? undefined : byId.get(moving.lot);
  const tip =
    moving === null || held === undefined ? null : (
      <PriceTip
        tried={moving.tried}
        difference={difference}
        where={t('try.at', { line: moving.line, when: momentOf(time, ghost?.from ?? time.at(moving.start)) })}
        currency={problem.currency}
        prices={prices}
        answeredIn={moving.answeredIn}
        {...(pointer === null ? {} : { at: pointer })}
      />
    );
  const dropped = (): void => {
    setPointer(null);
    put();
  };
  return (
    <div className={classes.layout}>
      <div className={classes.side}>
        <LatePanel
          deliveries={present.evaluation.deliveries}
          time={time}
          onChoose={chooseLate}
          explain={prices ? (demand) => engine.ask('explain', { plan: present.plan, demand }) : undefined}
        />
        <LotPanel
          lot={selected}
          rows={rows}
          problem={problem}
          time={time}
          editable={editable}
          onPin={(lot) => togglePin(lot.id)}
          onTry={hold}
        >
          {pointer === null && tip !== null ? (
            <>
              {tip}
              <Group gap="xs">
                <Button size="xs" disabled={moving?.tried?.ok !== true} onClick={dropped}>
                  {t('try.put')}
                </Button>
                <Button size="xs" variant="subtle" onClick={leave}>
                  {t('try.leave')}
                </Button>
              </Group>
            </>
          ) : null}
        </LotPanel>
      </div>
      <div className={classes.main}>
        <BoardToolbar
          time={time}
          as={as}
          onAs={setAs}
          colourBy={colourBy}
          onColourBy={setColourBy}
          {...(editable && history
            ? {
                edits: {
                  canUndo: history.past.length > 0,
                  canRedo: history.future.length > 0,
                  canSettle: history.past.length > 0,
                  settling: edits.settling,
                  onUndo: edits.undo,
                  onRedo: edits.redo,
                  onSettle: edits.settle,
                },
              }
            : {})}
        />
        {as === 'list' ? (
          <LotList rows={rows} time={time} selected={selected} onSelect={choose} />
        ) : (
          <>
            <BoardLegend families={colourBy === 'family' ? families : []} />
            <PlanCanvas
              {...time}
              rows={drawn}
              style={style}
              selected={selected}
              ghost={ghost}
              editable={editable}
              onSelect={choose}
              onDrag={drag}
              onDrop={dropped}
              onCancel={leave}
            >
              <LotFocus
                rows={rows}
                view={view}
                lot={selected ?? first}
                selected={selected !== null}
                ghost={ghost}
                describe={describe}
                onSelect={chooseAndShow}
                onNudge={nudge}
                onPut={dropped}
                onCancel={leave}
              />
            </PlanCanvas>
            {pointer === null ? null : tip}
            <FrozenWords rows={rows} time={time} />
          </>
        )}
        <div className={classes.strips}>
          <ItemStrips
            engine={engine}
            item={item}
            items={items}
            onItem={setItem}
            plan={present.plan}
            deliveries={present.evaluation.deliveries}
            base={base}
            time={time}
          />
          <LoadStrip load={present.load} lines={lines} time={time} />
        </div>
      </div>
    </div>
  );
}

/** Until when lots are fixed, line by line, in words. */
function FrozenWords({
  rows,
  time,
}: Pick<ReturnType<typeof useBoardPicture>, 'rows'> & { readonly time: ReturnType<typeof useBoardTime> }) {
  const { t } = useTranslation('plan');
  const frozen = rows.filter(({ frozenUntil }) => frozenUntil > 0);
  const [one] = frozen;
  if (one === undefined) return null;
  const alike = frozen.length === rows.length && frozen.every(({ frozenUntil }) => frozenUntil === one.frozenUntil);
  return (
    <Text size="sm" c="dimmed">
      {alike
        ? t('board.allFixedUntil', { when: momentOf(time, one.frozenUntil) })
        : frozen
            .map(({ line, frozenUntil }) => t('board.fixedUntil', { line, when: momentOf(time, frozenUntil) }))
            .join(' · ')}
    </Text>
  );
}

/** The next line above or below that runs an item; the same one where there is none. */
const nextLineFor = (problem: Problem, item: string, row: number, towards: number): number => {
  for (let next = row + towards; next >= 0 && next < problem.lines.length; next += towards)
    if (problem.lines[next]?.runs.some((run) => run.item === item)) return next;
  return row;
};

/** The lot whose pieces a late customer waits for last. */
const lateLotOf = ({ item, complete }: Delivery, lots: ReadonlyMap<string, BoardLot>): BoardLot | undefined => {
  const mine = [...lots.values()].filter((lot) => lot.item === item).toSorted((a, b) => a.to - b.to);
  return mine.findLast((lot) => lot.late) ?? (complete === null ? mine.at(-1) : mine[0]);
};
