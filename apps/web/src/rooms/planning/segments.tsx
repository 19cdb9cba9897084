import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api.gen.ts';
import { useFormats } from '../../use-formats.ts';
import classes from './segments.module.css';
import { SegmentMeaning } from './segment-meaning.tsx';

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
            >
              <span className={classes.number}>{differs ? `≠ ${number}` : number}</span>
              <span className={classes.byte}>{formats.number(byte)}</span>
              <span className={classes.text} style={{ paddingInlineStart: `${depth * 12}px` }}>
                <b>{tag}</b>
                {rest}
              </span>
              <span className={classes.meaning}>{meaning === null ? null : <SegmentMeaning meaning={meaning} />}</span>
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
