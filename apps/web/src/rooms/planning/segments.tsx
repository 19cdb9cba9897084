import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api.gen.ts';
import classes from './message-page.module.css';

interface SegmentsProps {
  readonly segments: components['schemas']['MessagePage']['segments'];
  readonly cut: boolean;
  /** Texts of the file beside it: what stands in one of them only is marked. */
  readonly others?: ReadonlySet<string>;
}

/** A file segment by segment, with its number and what is remarkable about it. */
export function Segments({ segments, cut, others }: SegmentsProps) {
  const { t } = useTranslation('planning');
  return (
    <>
      <ol className={classes.segments} aria-label={t('messages.segments')}>
        {segments.map((segment) => {
          const differs = others !== undefined && !others.has(segment.text);
          return (
            <li
              key={segment.number}
              className={classes.segment}
              data-found={segment.findings.length > 0 || undefined}
              data-other={differs || undefined}
            >
              <span className={classes.number}>{differs ? `≠ ${segment.number}` : segment.number}</span>
              <span className={classes.text}>{segment.text}</span>
              {segment.findings.map((found) => (
                <span key={found.text} className={classes.finding}>
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
