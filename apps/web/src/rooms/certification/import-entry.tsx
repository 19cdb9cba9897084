import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { useTakeBack } from './judging.ts';
import type { CatalogueImport } from './queries.ts';

/** An import in a catalogue's history. The last one can be taken back from here, while nothing has been built on it. */
export function ImportEntry({
  catalogue,
  entry,
  undoable,
}: {
  readonly catalogue: string;
  readonly entry: CatalogueImport;
  readonly undoable: boolean;
}) {
  const { t } = useTranslation('certification');
  const back = useMutation({ mutationFn: useTakeBack(catalogue) });
  return (
    <>
      {t('import.entry', { name: entry.by, count: entry.clauses })}{' '}
      {entry.takenBackAt === null ? null : (
        <Text span c="dimmed">
          {t('import.takenBack')}
        </Text>
      )}
      {undoable ? (
        <Button size="compact-sm" variant="subtle" loading={back.isPending} onClick={() => back.mutate(entry.id)}>
          {t('import.takeBack')}
        </Button>
      ) : null}
      <RefusalOf error={back.error} />
    </>
  );
}
