import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './word-difference.module.css';

/** One run of a text compared with another, as the server computes it. */
export interface DifferencePart {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

interface WordDifferenceProps {
  readonly parts: readonly DifferencePart[];
  /** The language of the text that is compared. */
  readonly language?: string;
}

/** Two texts in one, word by word: inserted is underlined, deleted is struck, and both are read out as such. */
export function WordDifference({ parts, language }: WordDifferenceProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.text} lang={language}>
      {parts.map(({ kind, text }, place) => {
        // A difference has no identity but its place, and is never reordered.
        const key = `${place}-${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Tag = kind === 'inserted' ? 'ins' : 'del';
        return (
          <Tag key={key} className={kind === 'inserted' ? classes.inserted : classes.deleted}>
            <VisuallyHidden component="span"> {t(`difference.${kind}`)} </VisuallyHidden>
            {text}
            <VisuallyHidden component="span"> {t('difference.ends')} </VisuallyHidden>
          </Tag>
        );
      })}
    </span>
  );
}
