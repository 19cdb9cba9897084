import { Alert, Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shell/icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { type Composer, conflictsAmong, type Grant } from './composer.ts';
import classes from './conflicts.module.css';

interface ConflictsProps {
  readonly composer: Composer;
  readonly chosen: readonly Composer['customers'][number][];
  readonly waiting: readonly Grant[];
  readonly onSecond: (grant: Grant) => void;
}

/** Under the grid: which rivals would share a secret, and which grants still need their second signature. Nothing where there is none. */
export function Conflicts({ composer, chosen, waiting, onSecond }: ConflictsProps) {
  const { t } = useTranslation('transmissions');
  const formats = useFormats();
  const conflicts = conflictsAmong(composer, chosen);
  if (conflicts.length === 0) return null;
  return (
    <Alert color="gray" icon={<Icon of={IconUsersGroup} />}>
      <ul className={classes.list}>
        {conflicts.map(({ customer, number, rivals }) => {
          const block = composer.blocks[number - 1]?.id;
          const grant = waiting.find((one) => one.block.id === block && one.customer.id === customer.id);
          return (
            <li key={`${customer.id}${number}`}>
              {t('compose.competes', {
                count: rivals.length,
                customer: customer.name,
                rivals: formats.list(rivals.map(({ name }) => name)),
                number,
              })}{' '}
              {grant === undefined ? null : grant.mine ? (
                t('grants.secondMine')
              ) : (
                <Button size="compact-sm" onClick={() => onSecond(grant)}>
                  {t('grants.secondAct')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
