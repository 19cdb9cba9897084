import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api.ts';
import { newId } from '../../../new-id.ts';
import { keyOf } from '../../../queries.ts';
import { useMember } from '../../../shell/member.ts';
import { sheetQuery } from './plant-queries.ts';
import type { Cell, Column, Row, SheetName } from './sheets.ts';

export interface Change {
  readonly id: string;
  /** Null removes the row. */
  readonly cells: Readonly<Record<string, Cell>> | null;
}

/** The cells of a sheet as one person changes them: kept at once, taken back one after the other. */
export interface SheetEdits {
  readonly rows: readonly Row[];
  /** A row begun here that has not all of its names yet: it is on this page only. */
  readonly isBegun: (id: string) => boolean;
  readonly change: (changes: readonly Change[]) => void;
  readonly begin: () => string;
  readonly undo: () => void;
  readonly canUndo: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
}

/** How many changes can be taken back. */
const remembered = 100;

export function useSheetEdits(sheet: SheetName, columns: readonly Column[], kept: readonly Row[]): SheetEdits {
  const { slug } = useMember();
  const client = useQueryClient();
  const [begun, setBegun] = useState<readonly Row[]>([]);
  const [past, setPast] = useState<readonly (readonly Change[])[]>([]);
  const query = sheetQuery(slug, sheet);
  const write = useMutation({
    mutationFn: (changes: readonly Change[]) =>
      ask(
        api.PUT('/api/organizations/{organization}/plant/{sheet}', {
          params: { path: { organization: slug, sheet } },
          body: { changes: changes.map(({ id, cells }) => ({ id, cells: cells === null ? null : { ...cells } })) },
        }),
      ),
    onSuccess: ({ rows }, changes) => {
      const written = new Map(rows.map((row) => [row.id, row]));
      const gone = new Set(changes.filter(({ cells }) => cells === null).map(({ id }) => id));
      // A row stays where it stands: it must not jump away under the hand that writes it.
      client.setQueryData(query.queryKey, (before) =>
        before === undefined
          ? before
          : {
              ...before,
              rows: [
                ...before.rows.filter(({ id }) => !gone.has(id)).map((row) => written.get(row.id) ?? row),
                ...rows.filter(({ id }) => !before.rows.some((row) => row.id === id)),
              ],
            },
      );
      setBegun((rest) => rest.filter(({ id }) => !written.has(id)));
      void client.invalidateQueries({ queryKey: keyOf(slug, 'plant', 'overview') });
    },
  });
  const rowOf = (id: string): Row | undefined =>
    kept.find((row) => row.id === id) ?? begun.find((row) => row.id === id);
  const names = columns.filter(({ key, kind }) => key && kind !== 'whole').map(({ name }) => name);
  const isWhole = (cells: Row['cells']): boolean => names.every((name) => (cells[name] ?? null) !== null);

  const send = (changes: readonly Change[], onDone?: () => void): void =>
    write.mutate(changes, { onSuccess: () => onDone?.() });
  return {
    rows: [...kept, ...begun],
    isBegun: (id) => begun.some((row) => row.id === id),
    change(changes) {
      const toSend: Change[] = [];
      let drafts = begun;
      for (const { id, cells } of changes) {
        const known = kept.some((row) => row.id === id);
        if (known) toSend.push({ id, cells });
        else {
          const before = drafts.find((row) => row.id === id) ?? { id, cells: {} };
          const after = { id, cells: { ...before.cells, ...cells } };
          drafts =
            cells === null ? drafts.filter((row) => row.id !== id) : [...drafts.filter((row) => row.id !== id), after];
          if (cells !== null && isWhole(after.cells)) toSend.push(after);
        }
      }
      setBegun(drafts);
      if (toSend.length === 0) return;
      const inverse = toSend.map(({ id, cells }): Change => {
        const before = kept.find((row) => row.id === id);
        if (before === undefined) return { id, cells: null };
        if (cells === null) return { id, cells: before.cells };
        return { id, cells: Object.fromEntries(Object.keys(cells).map((name) => [name, before.cells[name] ?? null])) };
      });
      send(toSend, () => setPast((all) => [...all.slice(-remembered), inverse]));
    },
    begin() {
      const id = newId();
      setBegun((rest) => [...rest, { id, cells: {} }]);
      return id;
    },
    undo() {
      const last = past.at(-1);
      if (last === undefined) return;
      setPast(past.slice(0, -1));
      // A row that came back is new to the server: all of its cells go.
      send(last.filter(({ id, cells }) => cells !== null || rowOf(id) !== undefined));
    },
    canUndo: past.length > 0,
    busy: write.isPending,
    error: write.error,
  };
}
