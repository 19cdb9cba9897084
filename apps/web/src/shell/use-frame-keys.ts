import { useLocation, useNavigate } from '@tanstack/react-router';
import { keysHelpOpen } from './keys-help.tsx';
import { useKeys, type KeyMap } from './keys.ts';
import { useMember } from './member.ts';
import { addressOf } from './navigation.ts';
import { useRooms } from './use-rooms.ts';

/** Keys that act on every page: `g` and a letter, `?`, `/`, `u`. */
export function useFrameKeys(): void {
  const rooms = useRooms();
  const { slug } = useMember();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const goes: KeyMap = Object.fromEntries(
    rooms
      .flatMap(({ items }) => items)
      .filter(({ key }) => key !== undefined)
      .map((item) => [`g ${item.key}`, () => void navigate({ href: addressOf(slug, item) })]),
  );
  useKeys({
    ...goes,
    '?': () => keysHelpOpen.set(true),
    '/': () => document.querySelector<HTMLInputElement>('[data-list-filter]')?.focus(),
    u: () => {
      const parts = path.replace(/\/$/, '').split('/');
      if (parts.length > 3) void navigate({ href: parts.slice(0, -1).join('/') });
    },
  });
}
