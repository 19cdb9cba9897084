import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './bulk-bar.module.css';

/** Something that can be done with several rows at once. */
export interface BulkAct {
  readonly name: string;
  readonly run: (keys: readonly string[]) => void;
}

interface BulkBarProps {
  readonly acts: readonly BulkAct[];
  readonly selected: readonly string[];
  readonly onClear: () => void;
}

/** Comes up from the foot of a list as soon as a row is selected. */
export function BulkBar({ acts, selected, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  if (selected.length === 0) return null;
  return (
    <div className={classes.bar}>
      <Text component="output" fw={550}>
        {t('list.selected', { count: selected.length })}
      </Text>
      <Group gap="sm">
        {acts.map(({ name, run }) => (
          <Button key={name} onClick={() => run(selected)}>
            {name}
          </Button>
        ))}
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('list.unselect')}
        </Button>
      </Group>
    </div>
  );
}
