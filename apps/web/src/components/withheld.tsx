import { Button, VisuallyHidden } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import classes from './withheld.module.css';

interface WithheldProps {
  /** The place of the block in the document. */
  readonly number: number;
  /** Offered to a customer: ask that the block be granted. */
  readonly onAsk?: () => void;
}

/** A hole in a document. It has one size, whatever it hides: its length would already tell something. */
export function Withheld({ number, onAsk }: WithheldProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.hole}>
      <VisuallyHidden>{t('withheld.block', { number })}</VisuallyHidden>
      <div className={classes.hatched} aria-hidden />
      <div className={classes.told}>
        <Icon of={IconEyeOff} size={16} />
        <span>
          <strong>{t('withheld.label')}.</strong> {t('withheld.why')}
        </span>
        {onAsk ? (
          <Button size="compact-sm" onClick={onAsk}>
            {t('withheld.ask')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
