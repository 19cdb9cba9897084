import { IconCurrentLocation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../shell/icon.tsx';
import classes from './board-legend.module.css';

const marks = ['planned', 'moved', 'late', 'begun', 'fixed', 'changeover', 'pinned', 'closed'] as const;

/** What the marks of the board mean, each in its own look; families by their names when they give the colours. */
export function BoardLegend({ families }: { readonly families: readonly string[] }) {
  const { t } = useTranslation('plan');
  return (
    <ul className={classes.legend} aria-label={t('board.legend')}>
      {families.map((family, place) => (
        <li key={family}>
          <span className={classes.swatch} data-family={place % 7} aria-hidden />
          {family}
        </li>
      ))}
      {marks.map((mark) =>
        families.length > 0 && (mark === 'planned' || mark === 'moved') ? null : (
          <li key={mark}>
            <span className={classes.swatch} data-mark={mark} aria-hidden>
              {mark === 'late' ? '▲' : null}
              {mark === 'pinned' ? <Icon of={IconCurrentLocation} size={14} /> : null}
            </span>
            {t(`board.marks.${mark}`)}
          </li>
        ),
      )}
    </ul>
  );
}
