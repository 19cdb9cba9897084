import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import type { Line } from './home-lines.ts';

/**
 * Puts a line off until a day, and offers to take that back; null brings it back at once. `onPut` is called also when the line
 * has left the page meanwhile, as what was put off does.
 */
export function usePutOff(onPut: () => void = () => {}) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const put = async (line: Line, until: string | null): Promise<void> => {
    await ask(
      api.PUT('/api/organizations/{organization}/waiting/later', {
        params: { path: { organization: slug } },
        body: { act: line.act, subject: { kind: line.subject.kind, id: line.subject.id }, until },
      }),
    );
    await client.invalidateQueries({ queryKey: keyOf(slug, 'waiting') });
  };
  return useMutation({
    mutationFn: ({ line, until }: { readonly line: Line; readonly until: string | null }) => put(line, until),
    onSuccess: (_, { line, until }) => {
      onPut();
      if (until !== null)
        offerUndo({ done: t('home.laterDone', { day: formats.date(until) }), undo: () => put(line, null) });
    },
  });
}
