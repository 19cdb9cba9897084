import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMember } from './member.ts';
import { type Section, sectionsFor } from './navigation.ts';

/** The rooms that I have here, in order; those without a page in this program are left out. */
export function useRooms(): readonly Section[] {
  const router = useRouter();
  const member = useMember();
  return useMemo(() => sectionsFor(member, (path) => path.replace(/\/$/, '') in router.routesByPath), [member, router]);
}
