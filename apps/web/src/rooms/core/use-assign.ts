import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import type { Colleague } from '../../components/colleague-drawer.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';

/** An intervention and who is asked to answer it now. */
export interface Assigned {
  readonly id: string;
  readonly assignee: Colleague | null;
}

/** Asks a colleague to answer interventions, and offers to take that back. */
export function useAssign() {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const client = useQueryClient();
  const assign = (intervention: string, assignee: string | null) =>
    ask(
      api.PUT('/api/organizations/{organization}/interventions/{intervention}/assignee', {
        params: { path: { organization: slug, intervention } },
        body: { assignee },
      }),
    );
  const refresh = () =>
    Promise.all(['intervention', 'waiting'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })));
  return useMutation({
    mutationFn: async ({ of, to }: { readonly of: readonly Assigned[]; readonly to: Colleague }) => {
      for (const { id } of of) await assign(id, to.membership);
    },
    onSuccess: (_, { of, to }) =>
      offerUndo({
        done: t('interventions.assigned', { count: of.length, name: to.name }),
        undo: async () => {
          for (const { id, assignee } of of) await assign(id, assignee?.membership ?? null);
          await refresh();
        },
      }),
    onSettled: refresh,
  });
}
