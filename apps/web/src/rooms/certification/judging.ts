import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import type { RequirementRow } from './queries.ts';

type Judged = Pick<RequirementRow, 'id' | 'owner' | 'notApplicableBecause'>;
type Judgement = { readonly owner: string | null } | { readonly notApplicableBecause: string | null };

/** Makes all that is known of requirements stale, and what waits for me with it. */
export function useRequirementsChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  const { slug } = useMember();
  return () =>
    Promise.all(['requirement', 'waiting'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })));
}

/** Says of requirements who owns them, or why they do not apply; at once, and it can be taken back. */
export function useJudge() {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const changed = useRequirementsChanged();
  const judge = (requirements: readonly string[], judgement: Judgement) =>
    ask(
      api.PUT('/api/organizations/{organization}/requirements', {
        params: { path: { organization: slug } },
        body: { requirements: [...requirements], ...judgement },
      }),
    );
  return useMutation({
    mutationFn: ({ rows, judgement }: { readonly rows: readonly Judged[]; readonly judgement: Judgement }) =>
      judge(
        rows.map((row) => row.id),
        judgement,
      ),
    onSuccess: async (_done, { rows, judgement }) => {
      await changed();
      offerUndo({
        done: t('owner' in judgement ? 'judge.assigned' : 'judge.judged', { count: rows.length }),
        undo: async () => {
          // Each goes back to what it was; those that were alike go back together.
          for (const [, alike] of Map.groupBy(rows, (row) => JSON.stringify(asBefore(row, judgement))))
            // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a refusal stops the rest
            await judge(
              alike.map((row) => row.id),
              asBefore(alike[0]!, judgement),
            );
          await changed();
        },
      });
    },
  });
}

const asBefore = (row: Judged, judgement: Judgement): Judgement =>
  'owner' in judgement ? { owner: row.owner?.id ?? null } : { notApplicableBecause: row.notApplicableBecause };

/** Takes an import back as a whole. */
export function useTakeBack(catalogue: string): (importId: string) => Promise<void> {
  const { slug } = useMember();
  const changed = useRequirementsChanged();
  return async (importId) => {
    await ask(
      api.POST('/api/organizations/{organization}/catalogues/{catalogue}/imports/{import}/take-back', {
        params: { path: { organization: slug, catalogue, import: importId } },
      }),
    );
    await changed();
  };
}
