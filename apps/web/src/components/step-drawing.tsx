import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { ramps } from '../theme/ramps.ts';
import type { Formats } from '../formats.ts';
import { useFormats } from '../use-formats.ts';
import type { StepSeries } from './step-chart.tsx';

use([LineChart, GridComponent, TooltipComponent, AriaComponent, LabelLayout, SVGRenderer]);

const order = ['petrol', 'amber', 'violet', 'blue'] as const;

interface StepDrawingProps {
  readonly title: string;
  readonly series: readonly StepSeries[];
  readonly height: number;
}

/** The drawing of a step chart; a module of its own, so that the chart library is loaded only when one is shown. */
export default function StepDrawing({ title, series, height }: StepDrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const dark = useComputedColorScheme() === 'dark';
  const formats = useFormats();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let chart: ECharts | undefined;
    let width = 0;
    const draw = (): void => {
      if (element.clientWidth === 0 || element.clientWidth === width) return;
      width = element.clientWidth;
      // Drawn anew: lines that are only resized stay cut at the width they had first.
      chart?.dispose();
      chart = init(element, null, { renderer: 'svg' });
      chart.setOption(optionOf({ title, series, dark, formats, narrow: width < 480 }));
    };
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    draw();
    return () => {
      watch.disconnect();
      chart?.dispose();
    };
  }, [title, series, dark, formats]);
  return <div ref={place} style={{ height }} role="presentation" />;
}

/** Names stand at the end of their lines, with room for them beside the drawing: nobody has to look up a legend. */
function optionOf({
  title,
  series,
  dark,
  formats,
  narrow,
}: Pick<StepDrawingProps, 'title' | 'series'> & {
  readonly dark: boolean;
  readonly formats: Formats;
  readonly narrow: boolean;
}): Parameters<ECharts['setOption']>[0] {
  const ink = dark ? ramps.dark[2] : ramps.gray[6];
  const line = dark ? ramps.dark[4] : ramps.gray[3];
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    grid: { left: 8, right: narrow ? 64 : 96, top: 12, bottom: 4, containLabel: true },
    textStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', color: ink },
    tooltip: {
      trigger: 'axis',
      backgroundColor: dark ? ramps.dark[6] : '#ffffff',
      borderColor: line,
      textStyle: { color: dark ? ramps.dark[0] : ramps.gray[9], fontSize: 13 },
      valueFormatter: (value: number) => formats.number(value),
    },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: {
        color: ink,
        hideOverlap: true,
        // Weeks name the axis, none of them twice: the library itself would choose days.
        customValues: mondaysOf(series, narrow ? 3 : 6),
        formatter: (at: number) => formats.week(dayOf(at)),
      },
      axisPointer: { label: { formatter: ({ value }: { value: number }) => formats.date(dayOf(value)) } },
    },
    yAxis: {
      type: 'value',
      // A cumulative of many months begins far above zero; what changes is what the drawing is for.
      scale: true,
      splitNumber: 4,
      axisLabel: { color: ink, formatter: (value: number) => formats.number(value) },
      splitLine: { lineStyle: { color: line } },
    },
    series: series.slice(0, order.length).map(({ name, points }, place) => ({
      type: 'line',
      name,
      step: 'end',
      showSymbol: false,
      lineStyle: { width: 2 },
      itemStyle: { color: ramps[order[place] ?? 'petrol'][dark ? 4 : 6] },
      endLabel: {
        show: true,
        formatter: '{a}',
        fontSize: 12,
        color: dark ? ramps.dark[0] : ramps.gray[9],
      },
      // Two lines that end at the same height keep both names readable.
      labelLayout: { moveOverlap: 'shiftY' },
      data: points.map(({ day, value }) => [day, value]),
    })),
  };
}

/** Mondays between the first and the last day that is drawn, at most `most`, evenly apart, in milliseconds of the browser's zone. */
function mondaysOf(series: readonly StepSeries[], most: number): number[] {
  const days = series.flatMap(({ points }) => points.map(({ day }) => day)).toSorted();
  if (days.length === 0) return [];
  const first = Temporal.PlainDate.from(days[0]!);
  const last = Temporal.PlainDate.from(days.at(-1)!);
  const monday = first.add({ days: (8 - first.dayOfWeek) % 7 });
  const weeks = Math.floor(monday.until(last, { largestUnit: 'days' }).days / 7) + 1;
  const apart = Math.max(1, Math.ceil(weeks / most));
  return Array.from(
    { length: Math.max(0, Math.ceil(weeks / apart)) },
    (_, place) => monday.add({ weeks: place * apart }).toZonedDateTime(Temporal.Now.timeZoneId()).epochMilliseconds,
  );
}

/** The axis is drawn in the browser's own zone; the day on it is the day of that zone. */
function dayOf(at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
}
