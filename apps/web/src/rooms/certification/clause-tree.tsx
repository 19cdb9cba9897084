import { useMediaQuery } from '@mantine/hooks';
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkBar } from '../../components/bulk-bar.tsx';
import { ObjectCards } from '../../components/object-cards.tsx';
import { ObjectTable } from '../../components/object-table.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { useMember } from '../../shell/member.ts';
import { pathOfSubject } from '../../subject.ts';
import { type Catalogue, clausesQuery, type RequirementRow } from './queries.ts';
import { useRequirementBulk } from './requirement-bulk.tsx';
import { requirementColumns } from './requirement-columns.tsx';

/** All clauses of a catalogue in the order of their tree, each set in as deep as it stands. */
export function ClauseTree({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation('certification');
  const { t: frame } = useTranslation();
  const { slug, side } = useMember();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { data: rows, error, refetch } = useQuery(clausesQuery(slug, catalogue.id));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const bulk = useRequirementBulk(rows ?? []);
  const toggle = (key: string): void => setSelected(selected.symmetricDifference(new Set([key])));
  const selects = bulk.acts.length > 0;
  useListKeys(selects ? { onSelect: toggle } : {});
  if (rows === undefined)
    return error === null ? (
      <Loader size="sm" aria-label={frame('loading')} />
    ) : (
      <RefusalOf error={error} onRetry={() => void refetch()} />
    );
  const shared = {
    title: catalogue.name,
    columns: requirementColumns(t, { side, customer: false }),
    rows,
    keyOf: (row: RequirementRow) => row.id,
    nameOf: (row: RequirementRow) => t('requirement.title', { clause: row.clause }),
    addressOf: (row: RequirementRow) => pathOfSubject(slug, { kind: 'requirement', id: row.id }),
  };
  return (
    <>
      {phone ? (
        <ObjectCards {...shared} />
      ) : (
        <ObjectTable
          {...shared}
          search={{}}
          onSearch={() => undefined}
          selected={selected}
          {...(selects
            ? {
                onToggle: toggle,
                onToggleAll: () =>
                  setSelected(selected.size === rows.length ? new Set() : new Set(rows.map((row) => row.id))),
              }
            : {})}
        />
      )}
      <BulkBar acts={bulk.acts} selected={[...selected]} onClear={() => setSelected(new Set())} />
      {bulk.form}
    </>
  );
}
