import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAct } from '../../components/bulk-bar.tsx';
import { useMember } from '../../shell/member.ts';
import { AssignDrawer, NotApplicableDrawer } from './judge-drawers.tsx';
import type { RequirementRow } from './queries.ts';
import { WriteProcedureDrawer } from './write-procedure-drawer.tsx';

const forms = { assign: AssignDrawer, judge: NotApplicableDrawer, write: WriteProcedureDrawer };
type Form = keyof typeof forms;

/**
 * What can be done with several clauses at once: give them an owner, say why they do not apply, begin the procedure that answers them.
 * @returns the acts for the bar at the foot, and the open form, to be put beside the list
 */
export function useRequirementBulk(rows: readonly RequirementRow[]): {
  readonly acts: readonly BulkAct[];
  readonly form: ReactNode;
} {
  const { t } = useTranslation('certification');
  const { side, has } = useMember();
  const [open, setOpen] = useState<{ readonly form: Form; readonly keys: readonly string[] }>();
  if (side === 'customer') return { acts: [], form: null };
  const act = (form: Form, name: string): BulkAct => ({ name, run: (keys) => setOpen({ form, keys }) });
  const acts = [
    act('write', t('write.act')),
    ...(has('quality-manager') ? [act('assign', t('judge.assign')), act('judge', t('judge.notApplicable'))] : []),
  ];
  const chosen = rows.filter((row) => open?.keys.includes(row.id));
  const Drawer = open === undefined ? null : forms[open.form];
  return {
    acts,
    form: Drawer === null || chosen.length === 0 ? null : <Drawer rows={chosen} onClose={() => setOpen(undefined)} />,
  };
}
