import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api.ts';
import type { components } from '../../api.gen.ts';
import { keyOf } from '../../queries.ts';
import { cellOf, type Choices, type Composer } from './composer.ts';

/** What was made for one customer: it is read in the preview, and signed and sent as it is. */
export interface PreparedDocument {
  readonly id: string;
  readonly customer: string;
  readonly sha256: string;
  readonly document: components['schemas']['VisibleDocument'];
}

export interface Prepared {
  /** As last made; while a choice changes, still the former ones, to be looked at and not signed. */
  readonly last: readonly PreparedDocument[] | undefined;
  /** Made from exactly what is chosen now; undefined until then. */
  readonly documents: readonly PreparedDocument[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** How long choices must rest before documents are made for them, in milliseconds. */
const rest = 250;

/** Has the server make what would leave for each chosen customer, anew whenever a choice, a grant or the version changes. */
export function usePrepared(
  slug: string,
  composer: Composer,
  chosen: readonly Composer['customers'][number][],
  choices: Choices,
): Prepared {
  const wish = JSON.stringify({
    version: composer.rule.version,
    gets: chosen.map(({ id }) => composer.blocks.map((block) => cellOf(composer, choices, [], block, id).kind)),
    customers: chosen.map(({ id }) => ({ customer: id, withheld: (choices[id] ?? []).toSorted() })),
  });
  const [rested] = useDebouncedValue(wish, rest);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: keyOf(slug, 'prepared', composer.rule.id, rested),
    queryFn: async () => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written eight lines above
      const { customers } = JSON.parse(rested) as { customers: { customer: string; withheld: string[] }[] };
      const { prepared } = await ask(
        api.POST('/api/organizations/{organization}/rules/{rule}/transmissions/prepare', {
          params: { path: { organization: slug, rule: composer.rule.id } },
          body: { customers },
        }),
      );
      return prepared;
    },
    enabled: chosen.length > 0 && rested === wish,
    placeholderData: keepPreviousData,
    // The server keeps only what was prepared last: nothing of an earlier choice may be signed, nor be taken from memory.
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const current = rested === wish && !isPlaceholderData && error === null && chosen.length > 0;
  return { last: data, documents: current ? data : undefined, error, retry: () => void refetch() };
}
