import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconBolt, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api.ts';
import { keyOf } from '../queries.ts';
import { pathOfSubject } from '../subject.ts';
import { useStore } from '../store.ts';
import { acts } from './acts.ts';
import { Icon } from './icon.tsx';
import { useMember } from './member.ts';
import { addressOf } from './navigation.ts';
import { useRooms } from './use-rooms.ts';

/** Ctrl K: goes to a room, calls an act of the open page by its name, and searches all that I may see. */
export function Search() {
  const { t } = useTranslation();
  const { slug } = useMember();
  const navigate = useNavigate();
  const rooms = useRooms();
  const pageActs = useStore(acts);
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 150);
  const { data, isFetching } = useQuery({
    queryKey: keyOf(slug, 'search', asked),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/search', {
          params: { path: { organization: slug }, query: { q: asked } },
        }),
      ),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const fits = (name: string) => fold(name).includes(fold(query.trim()));
  const fittingActs = pageActs.filter(({ name }) => fits(name));
  const fittingRooms = rooms
    .flatMap(({ items }) => items)
    .map((item) => ({ item, name: t(`room.${item.name}`) }))
    .filter(({ name }) => fits(name))
    .slice(0, 7);
  const hits = asked.length > 1 ? (data?.found ?? []) : [];
  const nothing = fittingActs.length + fittingRooms.length + hits.length === 0;
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      scrollable
      maxHeight={440}
      title={t('search.open')}
      withinPortal
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.open')}
        leftSection={<Icon of={IconSearch} />}
      />
      <Spotlight.ActionsList>
        {fittingActs.length > 0 ? (
          <Spotlight.ActionsGroup label={t('search.acts')}>
            {fittingActs.map(({ name, run }) => (
              <Spotlight.Action key={name} label={name} leftSection={<Icon of={IconBolt} />} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {hits.length > 0 ? (
          <Spotlight.ActionsGroup label={t('search.found')}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={`${hit.kind}/${hit.id}`}
                label={[hit.label, hit.title].filter(Boolean).join(' ')}
                description={hit.passage}
                onClick={() => void navigate({ href: pathOfSubject(slug, hit) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {fittingRooms.length > 0 ? (
          <Spotlight.ActionsGroup label={t('search.rooms')}>
            {fittingRooms.map(({ item, name }) => (
              <Spotlight.Action
                key={item.name}
                label={name}
                leftSection={<Icon of={item.icon} />}
                onClick={() => void navigate({ href: addressOf(slug, item) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {nothing && !isFetching ? <Spotlight.Empty>{t('search.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <Text size="xs" c="dimmed">
          {t('search.hint')}
        </Text>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** Without case and accents, so that "regle" finds "Règles". */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
