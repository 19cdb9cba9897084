import { Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api.gen.ts';
import { useFormats } from '../../use-formats.ts';
import classes from './segments.module.css';
import { SegmentMeaning } from './segment-meaning.tsx';
import { type ValueSource, sourcesOf } from './value-sources.ts';

interface SegmentsProps {
  readonly segments: components['schemas']['MessagePage']['segments'];
  readonly cut: boolean;
  /** Places of the segments that differ from the file beside it; there is then no room for bytes and meanings. */
  readonly differing?: ReadonlySet<number>;
}

/** An interchange segment by segment: where its bytes stand, the bytes, what they mean, and what is remarkable about them. */
export function Segments({ segments, cut, differing }: SegmentsProps) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  // The segment whose meaning is looked at: the one under the pointer, or the one that it is a part of.
  const [active, setActive] = useState<number | null>(null);
  const sources = useMemo(() => segments.map((_, place) => sourcesOf(segments, place)), [segments]);
  const owners = useMemo(
    () =>
      new Map(
        sources.flatMap((found, place) => found.map(({ segment }) => [segment, segments[place]!.number] as const)),
      ),
    [segments, sources],
  );
  const looked = active === null ? [] : (sources[segments.findIndex(({ number }) => number === active)] ?? []);
  return (
    <>
      <ol
        className={classes.segments}
        aria-label={t('messages.segments')}
        data-narrow={differing !== undefined || undefined}
      >
        <li className={classes.head} aria-hidden>
          <span />
          <span>{t('messages.byte')}</span>
          <span>{t('messages.segments')}</span>
          <span>{t('messages.meaning')}</span>
        </li>
        {segments.map(({ number, byte, text, tag, depth, meaning, findings }, place) => {
          const differs = differing?.has(place) === true;
          const rest = text.startsWith(tag) ? text.slice(tag.length) : text;
          return (
            <li
              key={number}
              className={classes.segment}
              data-found={findings.length > 0 || undefined}
              data-other={differs || undefined}
              data-opens={meaning?.kind === 'item' || undefined}
              data-active={number === active || undefined}
              onPointerEnter={() => setActive(meaning === null ? (owners.get(number) ?? null) : number)}
              onPointerLeave={() => setActive(null)}
            >
              <span className={classes.number}>{differs ? `≠ ${number}` : number}</span>
              <span className={classes.byte}>{formats.number(byte)}</span>
              <span className={classes.text} style={{ paddingInlineStart: `${depth * 12}px` }}>
                <b>{tag}</b>
                <Marked
                  text={rest}
                  from={text.length - rest.length}
                  sources={looked.filter((one) => one.segment === number)}
                />
              </span>
              <span className={classes.meaning}>
                {meaning === null ? null : <SegmentMeaning meaning={meaning} />}
                {number === active && looked.length > 0 ? (
                  <span className={classes.sources}>
                    {t('messages.from', {
                      places: formats.list(
                        looked.map(({ tag: where, element, component }) =>
                          element === null
                            ? t('messages.record', { tag: where })
                            : t('messages.place', { tag: where, element, component: component ?? 1 }),
                        ),
                      ),
                    })}
                  </span>
                ) : null}
              </span>
              {findings.map((found) => (
                <span key={found.text} className={classes.finding} data-severity={found.severity}>
                  {t(`messages.severity.${found.severity}`)}: {found.text}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
      {cut ? <Text c="dimmed">{t('messages.cut')}</Text> : null}
    </>
  );
}

/** A segment's text with the places marked that a value was read from. */
function Marked({
  text,
  from,
  sources,
}: {
  readonly text: string;
  /** Characters of the segment before this text. */
  readonly from: number;
  readonly sources: readonly ValueSource[];
}) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const source of sources.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(at, source.from - from);
    const end = Math.max(start, source.to - from);
    parts.push(text.slice(at, start), <mark key={source.from}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
