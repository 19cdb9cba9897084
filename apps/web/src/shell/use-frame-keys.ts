import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { keysHelpOpen } from './keys-help.tsx';
import { useKeys, type KeyMap } from './keys.ts';
import { useMember } from './member.ts';
import { addressOf } from './navigation.ts';
import { above, neighbourOf } from './neighbours.ts';
import { useRooms } from './use-rooms.ts';

/** Keys that act on every page: `g` and a letter, `?`, `/`, `u`, `J` and `K`. */
export function useFrameKeys(): void {
  const rooms = useRooms();
  const { slug } = useMember();
  const navigate = useNavigate();
  const router = useRouter();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const goes: KeyMap = Object.fromEntries(
    rooms
      .flatMap(({ items }) => items)
      .filter(({ key }) => key !== undefined)
      .map((item) => [`g ${item.key}`, () => void navigate({ href: addressOf(slug, item) })]),
  );
  const go = (to: string | undefined): void => {
    if (to !== undefined) void navigate({ href: to });
  };
  const isPage = (address: string): boolean => router.getMatchedRoutes(address)[2] !== undefined;
  useKeys({
    ...goes,
    '?': () => keysHelpOpen.set(true),
    '/': () => document.querySelector<HTMLInputElement>('[data-list-filter]')?.focus(),
    u: () => go(above(path, isPage)),
    J: () => go(neighbourOf(path, 1)),
    K: () => go(neighbourOf(path, -1)),
  });
}
