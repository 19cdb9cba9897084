import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { t } from 'i18next';
import { useEffect, useState } from 'react';
import { keyOf } from '../../../queries.ts';
import { type DraftKeeper, openDraftKeeper } from './draft-keeper.ts';
import { draftOnThisDevice } from './draft-on-this-device.ts';
import { type Draft, readDraft, sendChanges } from './draft-queries.ts';

/** A draft and its keeper. What others change is read anew as the live stream tells; leaving with something unsent warns. */
export function useDraft(slug: string, membership: string, proposal: string) {
  const [{ keeper, id }] = useState(() => ({
    id: crypto.randomUUID(),
    keeper: openDraftKeeper<Draft>({
      read: () => readDraft(slug, proposal),
      send: (changes) => sendChanges(slug, proposal, changes),
      ...draftOnThisDevice(slug, membership, proposal),
    }),
  }));
  const query = useQuery({
    // By its own id: what an earlier visit has read is no text of this keeper.
    queryKey: keyOf(slug, 'proposal', proposal, 'draft', id),
    queryFn: () => keeper.read(),
    staleTime: 0,
    gcTime: 0,
  });
  useKeptOnLeaving(keeper);
  return { keeper, ...query };
}

function useKeptOnLeaving(keeper: DraftKeeper<Draft>): void {
  useEffect(() => {
    const flush = (): void => void keeper.flush();
    const warn = (event: BeforeUnloadEvent): void => {
      if (keeper.keeping.get().kind === 'kept') return;
      flush();
      event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', flush);
      if (keeper.keeping.get().kind === 'unsent')
        notifications.show({ message: t('editor:keeping.left'), closeButtonProps: { 'aria-label': t('close') } });
      keeper.close();
    };
  }, [keeper]);
}
