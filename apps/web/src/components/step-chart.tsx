import { SegmentedControl, Skeleton, Table } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../use-formats.ts';
import classes from './step-chart.module.css';

const Drawing = lazy(() => import('./step-drawing.tsx'));

export interface StepSeries {
  readonly name: string;
  /** In the order of the days; the value holds until the next point. */
  readonly points: readonly { readonly day: string; readonly value: number }[];
}

interface StepChartProps {
  /** Names the figure: "Cumulative quantity of KIT-A". */
  readonly title: string;
  /** Four at most: petrol, amber, violet, blue. */
  readonly series: readonly StepSeries[];
  readonly unit: string;
  /** In pixels. */
  readonly height?: number;
}

/** Quantities that hold until they change, such as cumulatives, drawn as steps; the same numbers stand in a table. */
export function StepChart({ title, series, unit, height = 260 }: StepChartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day)))].toSorted();
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span>
          {title} <span className={classes.unit}>({unit})</span>
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t('chart.view')}
          value={as}
          onChange={setAs}
          data={[
            { value: 'chart', label: t('chart.asChart') },
            { value: 'table', label: t('chart.asTable') },
          ]}
        />
      </figcaption>
      {as === 'chart' ? (
        <Suspense fallback={<Skeleton height={height} />}>
          <Drawing title={title} series={series} height={height} />
        </Suspense>
      ) : (
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('chart.date')}</Table.Th>
              {series.map(({ name }) => (
                <Table.Th key={name} ta="end">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map((day) => (
              <Table.Tr key={day}>
                <Table.Td>{formats.date(day)}</Table.Td>
                {series.map(({ name, points }) => (
                  <Table.Td key={name} ta="end">
                    {formats.number(valueAt(points, day))}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </figure>
  );
}

/** The last value on or before a day; 0 before the first. */
function valueAt(points: StepSeries['points'], day: string): number {
  return points.findLast((point) => point.day <= day)?.value ?? 0;
}
