import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import type { Colleague } from '../../components/colleague-drawer.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';

/** A rule and who owns it now: what is needed to give it back. */
export interface Owned {
  readonly id: string;
  readonly owner: string;
}

/** Hands rules over to a colleague, one after the other, and offers to give each back to whoever had it. */
export function useHandOver() {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const client = useQueryClient();
  const setOwner = (rule: string, owner: string) =>
    ask(
      api.PUT('/api/organizations/{organization}/rules/{rule}/owner', {
        params: { path: { organization: slug, rule } },
        body: { owner },
      }),
    );
  const refresh = () =>
    Promise.all(['rule', 'waiting'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })));
  return useMutation({
    mutationFn: async ({ rules, to }: { readonly rules: readonly Owned[]; readonly to: Colleague }) => {
      for (const { id } of rules) await setOwner(id, to.membership);
    },
    onSuccess: (_, { rules, to }) =>
      offerUndo({
        done: t('rules.handedOver', { count: rules.length, name: to.name }),
        undo: async () => {
          for (const { id, owner } of rules) await setOwner(id, owner);
          await refresh();
        },
      }),
    // Of several some may have been handed over before one was refused.
    onSettled: refresh,
  });
}
