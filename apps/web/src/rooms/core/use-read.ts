import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import type { Line } from './home-lines.ts';

/** Says that one has read the new version that a line stands for, and offers to take it back. */
export function useRead() {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(['waiting', 'rule'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })));
  return useMutation({
    mutationFn: (line: Line) =>
      ask(
        api.POST('/api/organizations/{organization}/rules/{rule}/use', {
          params: { path: { organization: slug, rule: line.subject.id } },
          body: { kind: 'read' },
        }),
      ),
    onSuccess: async (_, line) => {
      await refresh();
      offerUndo({
        done: t('home.readDone', { title: line.title }),
        undo: async () => {
          await ask(
            api.DELETE('/api/organizations/{organization}/rules/{rule}/use/read', {
              params: { path: { organization: slug, rule: line.subject.id } },
            }),
          );
          await refresh();
        },
      });
    },
  });
}
