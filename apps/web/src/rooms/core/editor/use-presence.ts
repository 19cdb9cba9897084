import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, ask } from '../../../api.ts';
import { keyOf } from '../../../queries.ts';

/** In milliseconds: how often one says that one is still here, and how long a change of place may wait. */
const [beat, rest] = [15_000, 1500];

/** Tells the others that one has this draft open, and at which block; who else has. */
export function usePresence(slug: string, proposal: string, block: string | null) {
  const client = useQueryClient();
  const at = useRef(block);
  const path = { organization: slug, proposal };
  const { data } = useQuery({
    queryKey: keyOf(slug, 'presence', proposal),
    queryFn: () =>
      ask(
        api.PUT('/api/organizations/{organization}/proposals/{proposal}/presence', {
          params: { path },
          body: { block: at.current },
        }),
      ),
    refetchInterval: beat,
    staleTime: 0,
  });
  useEffect(() => {
    at.current = block;
    const timer = setTimeout(
      () => void client.invalidateQueries({ queryKey: keyOf(slug, 'presence', proposal) }),
      rest,
    );
    return () => clearTimeout(timer);
  }, [client, slug, proposal, block]);
  useEffect(
    () => () => {
      // Whoever cannot say that he leaves is forgotten after a moment.
      void api
        .DELETE('/api/organizations/{organization}/proposals/{proposal}/presence', {
          params: { path: { organization: slug, proposal } },
          keepalive: true,
        })
        .catch(() => undefined);
    },
    [slug, proposal],
  );
  return data?.rows ?? [];
}
