import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { ramps } from '../theme/ramps.ts';
import { useFormats } from '../use-formats.ts';
import type { StepSeries } from './step-chart.tsx';

use([LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

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
    if (!place.current) return undefined;
    const chart: ECharts = init(place.current, null, { renderer: 'svg' });
    const ink = dark ? ramps.dark[2] : ramps.gray[6];
    const line = dark ? ramps.dark[4] : ramps.gray[3];
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: title } },
      // Names stand at the end of their lines: nobody has to look up a legend.
      grid: { left: 8, right: 110, top: 12, bottom: 4, containLabel: true },
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
        axisLabel: { color: ink, hideOverlap: true, formatter: (at: number) => formats.day(dayOf(at)) },
        axisPointer: { label: { formatter: ({ value }: { value: number }) => formats.date(dayOf(value)) } },
      },
      yAxis: {
        type: 'value',
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
        endLabel: { show: true, formatter: '{a}', color: dark ? ramps.dark[0] : ramps.gray[9] },
        data: points.map(({ day, value }) => [day, value]),
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [title, series, dark, formats]);
  return <div ref={place} style={{ height }} role="presentation" />;
}

/** The axis is drawn in the browser's own zone; the day on it is the day of that zone. */
function dayOf(at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
}
