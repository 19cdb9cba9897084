import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../../components/refusal.tsx';
import { Refused } from '../../../problem.ts';
import { plant as texts } from '../../../texts/en/plant.ts';
import type { Column, Row, Why } from './sheets.ts';

interface EditRefusalProps {
  readonly error: Error | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Why a change was not kept: at which row and column, in a sentence. */
export function EditRefusal({ error, columns, rows }: EditRefusalProps) {
  const { t } = useTranslation('plant');
  if (!(error instanceof Refused) || error.problem.code !== 'plant-cells') return <RefusalOf error={error} />;
  const faults = faultsIn(error.problem.extra);
  return (
    <Alert color="red" role="alert" title={error.problem.title}>
      {faults.slice(0, 5).map(({ id, column, why }) => {
        const at = rows.findIndex((row) => row.id === id);
        return (
          <div key={`${id} ${column}`}>
            {t('refusedCell', {
              row: at < 0 ? t('newRow') : at + 1,
              column: columns.find(({ name }) => name === column)?.label ?? column,
              why: isWhy(why) ? t(`why.${why}`) : why,
            })}
          </div>
        );
      })}
    </Alert>
  );
}

export const isWhy = (why: string): why is Why => Object.hasOwn(texts.why, why);

function faultsIn(extra: unknown): readonly { readonly id: string; readonly column: string; readonly why: string }[] {
  const faults = typeof extra === 'object' && extra !== null && 'faults' in extra ? extra.faults : [];
  return Array.isArray(faults) ? (faults as { id: string; column: string; why: string }[]) : [];
}
