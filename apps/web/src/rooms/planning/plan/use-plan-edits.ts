import type { LotMove, Pin, Plan, Problem } from '@coprod/planner';
import { useCallback, useEffect, useRef, useState } from 'react';
import { beginning, edited, type EditHistory, pinOf, pinToggled, redone, undone } from './edit-history.ts';
import { type Engine, openEngine } from './engine/engine.ts';
import type { Tried } from './engine/engine-messages.ts';

/** A lot that somebody holds: where he wants it, and the engine's answer as soon as it is there. */
export interface Moving extends LotMove {
  readonly tried: Tried | null;
  /** From the wish to the answer, in milliseconds. */
  readonly answeredIn: number | null;
}

export interface PlanEdits {
  readonly engine: Engine | null;
  /** Null until the engine has looked at the plan. */
  readonly history: EditHistory | null;
  readonly moving: Moving | null;
  readonly settling: boolean;
  /** The engine itself failed; nothing on the board is lost. */
  readonly failed: Error | null;
  readonly wish: (move: LotMove) => void;
  /** Puts the lot that is being moved where the engine found room for it. */
  readonly put: () => void;
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly togglePin: (lot: string) => void;
  /** Lets the engine plan the rest again around what is pinned and what was moved by hand. */
  readonly settle: () => void;
}

/**
 * The plan on the board and what is done to it by hand. Moves are tried by the engine in a worker: of wishes that come faster
 * than answers only the newest is asked. Nothing of it is kept by the server until it is made a draft.
 */
export function usePlanEdits(problem: Problem, plan: Plan, pins: readonly Pin[]): PlanEdits {
  const [engine, setEngine] = useState<Engine | null>(null);
  const [history, setHistory] = useState<EditHistory | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const [settling, setSettling] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const wanted = useRef<LotMove | null>(null);
  const asking = useRef(false);

  useEffect(() => {
    const opened = openEngine(problem);
    let ended = false;
    // oxlint-disable-next-line react/set-state-in-effect -- another problem is another engine, which only an effect may start
    setEngine(opened);
    setHistory(null);
    setMoving(null);
    wanted.current = null;
    asking.current = false;
    opened.ask('look', { plan }).then(
      (looked) => ended || setHistory(beginning({ ...looked, pins })),
      (reason: unknown) => ended || setFailed(asError(reason)),
    );
    return () => {
      ended = true;
      opened.close();
    };
  }, [problem, plan, pins]);

  const present = history?.present ?? null;
  const wish = useCallback(
    (move: LotMove) => {
      if (engine === null || present === null) return;
      const same = wanted.current;
      if (same?.lot === move.lot && same.line === move.line && same.start === move.start) return;
      wanted.current = move;
      // The answer before stays in sight until the next one comes, as long as it is the same lot.
      setMoving((now) => ({ ...move, tried: now?.lot === move.lot ? now.tried : null, answeredIn: null }));
      if (asking.current) return;
      asking.current = true;
      void (async () => {
        try {
          for (let asked = wanted.current; asked !== null;) {
            const began = performance.now();
            const tried = await engine.ask('try', { plan: present.plan, move: asked });
            const newest: LotMove | null = wanted.current;
            if (newest === asked) setMoving({ ...asked, tried, answeredIn: performance.now() - began });
            asked = newest === asked ? null : newest;
          }
        } catch (error) {
          setFailed(asError(error));
        } finally {
          asking.current = false;
        }
      })();
    },
    [engine, present],
  );

  const cancel = useCallback(() => {
    wanted.current = null;
    setMoving(null);
  }, []);
  const put = useCallback(() => {
    if (engine === null || present === null || wanted.current === null) return;
    const move = wanted.current;
    void engine.ask('try', { plan: present.plan, move }).then((tried) => {
      if (tried.ok) setHistory((now) => now && edited(now, { ...tried, pins: now.present.pins }));
      cancel();
      return undefined;
    });
  }, [engine, present, cancel]);
  const step = useCallback(
    (to: (history: EditHistory) => EditHistory) => {
      cancel();
      setHistory((now) => now && to(now));
    },
    [cancel],
  );
  const togglePin = useCallback(
    (lot: string) => step((now) => edited(now, { ...now.present, pins: pinToggled(now.present.pins, lot) })),
    [step],
  );
  const settle = useCallback(() => {
    if (engine === null || history === null) return;
    setSettling(true);
    // What was moved by hand stays where the hand put it.
    const first = history.past[0]?.plan ?? history.present.plan;
    const old = new Map(first.lots.map((lot) => [lot.id, lot]));
    const byHand = history.present.plan.lots
      .filter((lot) => old.get(lot.id)?.line !== lot.line || old.get(lot.id)?.start !== lot.start)
      .filter(({ id }) => !history.present.pins.some((pin) => pin.lot === id))
      .map(({ id }) => ({ ...pinOf(id), order: false, pieces: false }));
    engine
      .ask('settle', { plan: history.present.plan, pins: [...history.present.pins, ...byHand] })
      .then((looked) => setHistory((now) => now && edited(now, { ...looked, pins: now.present.pins })))
      .catch((reason: unknown) => setFailed(asError(reason)))
      .finally(() => setSettling(false));
  }, [engine, history]);

  return {
    engine,
    history,
    moving,
    settling,
    failed,
    wish,
    put,
    cancel,
    undo: useCallback(() => step(undone), [step]),
    redo: useCallback(() => step(redone), [step]),
    togglePin,
    settle,
  };
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
