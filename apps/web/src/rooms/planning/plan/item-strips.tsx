import { Group, Select, Stack, Table, Text } from '@mantine/core';
import type { Evaluation, ItemCurve, Plan, Step } from '@coprod/planner';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Surface } from './board/board-surface.ts';
import { drawCurves } from './board/draw-strips.ts';
import { momentOf } from './board/lot-words.ts';
import { Strip } from './board/strip.tsx';
import type { TimeScale } from './board/time-scale.ts';
import type { BoardTime } from './board/use-board-time.ts';
import type { Engine } from './engine/engine.ts';

interface ItemStripsProps {
  readonly engine: Engine;
  readonly item: string;
  readonly items: readonly string[];
  readonly onItem: (item: string) => void;
  readonly plan: Plan;
  readonly deliveries: Evaluation['deliveries'];
  /** The plan in force, for its stock beside the planned one; null where there is none, or it is the plan shown. */
  readonly base: Plan | null;
  readonly time: BoardTime;
}

const height = 104;

/** Stock and cumulative quantity of one item, on the axis of the board. */
export function ItemStrips({ engine, item, items, onItem, plan, deliveries, base, time }: ItemStripsProps) {
  const { t } = useTranslation('plan');
  const curve = useCurve(engine, item, plan, deliveries);
  const before = useCurve(engine, item, base, []);
  const { formats } = time;
  const drawStock = useCallback(
    (surface: Surface, scale: TimeScale): void => {
      if (curve === undefined) return;
      drawCurves(surface, {
        scale,
        number: formats.number,
        limit: curve.safetyPieces === null ? null : { pieces: curve.safetyPieces, name: t('stock.safety') },
        lines: [
          ...(before === undefined
            ? []
            : [{ name: t('stock.inForce'), steps: before.stock, look: 'second' as const, dashed: true }]),
          { name: t('stock.planned'), steps: curve.stock, look: 'first' },
        ],
      });
    },
    [curve, before, formats, t],
  );
  const drawCum = useCallback(
    (surface: Surface, scale: TimeScale): void => {
      if (curve === undefined) return;
      drawCurves(surface, {
        scale,
        number: formats.number,
        limit: null,
        lines: [
          { name: t('stock.leaving'), steps: curve.leaving, look: 'first', broad: true },
          { name: t('stock.asked'), steps: curve.asked, look: 'second' },
        ],
      });
    },
    [curve, formats, t],
  );
  return (
    <Stack gap="md">
      <Strip
        title={
          <Group gap="sm">
            {t('stock.title', { item })}
            <Select
              size="xs"
              w={150}
              aria-label={t('stock.item')}
              data={items}
              value={item}
              allowDeselect={false}
              searchable
              onChange={(value) => value !== null && onItem(value)}
            />
          </Group>
        }
        name={t('stock.title', { item })}
        labels={[{ key: 'stock', text: t('stock.strip'), height }]}
        height={height}
        draw={drawStock}
        table={
          <StepTable
            time={time}
            name={t('stock.title', { item })}
            columns={[
              [t('stock.planned'), curve?.stock ?? []],
              ...(before === undefined ? [] : [[t('stock.inForce'), before.stock] as const]),
            ]}
          />
        }
        {...time}
      />
      <Strip
        title={t('stock.cumTitle', { item })}
        name={t('stock.cumTitle', { item })}
        labels={[{ key: 'cum', text: t('stock.cumStrip'), height }]}
        height={height}
        draw={drawCum}
        table={
          <StepTable
            time={time}
            name={t('stock.cumTitle', { item })}
            columns={[
              [t('stock.asked'), curve?.asked ?? []],
              [t('stock.leaving'), curve?.leaving ?? []],
            ]}
          />
        }
        {...time}
      />
    </Stack>
  );
}

/** The curve of an item in a plan; of no plan none. */
function useCurve(
  engine: Engine,
  item: string,
  plan: Plan | null,
  deliveries: Evaluation['deliveries'],
): ItemCurve | undefined {
  const key = useId();
  // A plan is a value: another one is another object, and the worker answers at once.
  return (
    useQuery({
      queryKey: ['plan-curve', key, item, identityOf(plan)],
      queryFn: () => (plan === null ? null : engine.ask('curve', { plan, item, deliveries })),
      placeholderData: (previous) => previous,
      staleTime: Infinity,
      gcTime: 0,
    }).data ?? undefined
  );
}

const identities = new WeakMap<Plan, number>();
let last = 0;
const identityOf = (plan: Plan | null): number => {
  if (plan === null) return 0;
  const known = identities.get(plan) ?? ++last;
  identities.set(plan, known);
  return known;
};

interface StepTableProps {
  readonly name: string;
  readonly time: BoardTime;
  readonly columns: readonly (readonly [name: string, steps: readonly Step[]])[];
}

/** Steps as a table: a row for each moment at which one of them changes. */
function StepTable({ name, time, columns }: StepTableProps) {
  const { t } = useTranslation('plan');
  const moments = [...new Set(columns.flatMap(([, steps]) => steps.map(({ at }) => at)))].toSorted((a, b) => a - b);
  const valueAt = (steps: readonly Step[], at: number): number => steps.findLast((step) => step.at <= at)?.pieces ?? 0;
  if (moments.length === 0) return <Text c="dimmed">{t('shiftList.nothing')}</Text>;
  return (
    <Table aria-label={name}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('stock.when')}</Table.Th>
          {columns.map(([title]) => (
            <Table.Th key={title} ta="end">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {moments.map((at) => (
          <Table.Tr key={at}>
            <Table.Td>{momentOf(time, at)}</Table.Td>
            {columns.map(([title, steps]) => (
              <Table.Td key={title} ta="end">
                {time.formats.number(valueAt(steps, at))}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
