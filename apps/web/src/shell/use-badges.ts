import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { waitingQuery } from '../queries.ts';
import { badgesOf } from '../subject.ts';
import { useMember } from './member.ts';

/** What waits for me, by the name of the room. */
export function useBadges(): ReturnType<typeof badgesOf> {
  const { slug } = useMember();
  const { data } = useQuery(waitingQuery(slug));
  return useMemo(() => (data ? badgesOf(data.lines, data.now) : new Map()), [data]);
}
