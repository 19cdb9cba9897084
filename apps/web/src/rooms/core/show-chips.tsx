import { Group, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isShown, type Line, shows } from './home-lines.ts';
import classes from './home-page.module.css';

interface ShowChipsProps {
  readonly lines: readonly Line[];
  readonly shown: string | undefined;
  readonly onShow: (show: string | undefined) => void;
}

/** All, or what is to decide, to answer, to read: each with its count. */
export function ShowChips({ lines, shown, onShow }: ShowChipsProps) {
  const { t } = useTranslation('core');
  return (
    <Group gap="xs" mt="sm">
      {[undefined, ...shows].map((show) => (
        <UnstyledButton
          key={show ?? 'all'}
          className={classes.chip}
          aria-pressed={shown === show}
          onClick={() => onShow(show)}
          {...(show === undefined ? { 'data-list-filter': true } : {})}
        >
          {t(`home.show.${show ?? 'all'}`)}
          {show === undefined ? null : (
            <span className={classes.count}>{lines.filter((line) => isShown(line, show)).length}</span>
          )}
        </UnstyledButton>
      ))}
    </Group>
  );
}
