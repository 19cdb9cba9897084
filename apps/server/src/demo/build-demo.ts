import type { Parts } from '../access/room.ts';

/** Builds the demo. */
export async function buildDemo(_parts: Omit<Parts, 'buildDemo'>): Promise<{ slug: string; person: string }> {
  throw new Error('no demo yet');
}
