import { useEffect } from 'react';
import { useMember } from '../../shell/member.ts';
import { useStore } from '../../store.ts';
import { type Outbox, outbox, startSending } from './outbox.ts';

/** What this device keeps for me, and sends it for as long as one of the room's pages stands. */
export function useSending(): Outbox {
  const { slug, membership } = useMember();
  useEffect(() => startSending(slug, membership), [slug, membership]);
  const all = useStore(outbox);
  return {
    broken: all.broken,
    captures: all.captures.filter((c) => c.organization === slug && c.membership === membership),
  };
}
