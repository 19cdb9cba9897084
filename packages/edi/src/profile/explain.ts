import type { ScheduleLine } from '../meaning/release.ts';
import type { Profile, Tables } from './profile.ts';

/** One step of why something was read so: a code, what it was read as, and which profile says so. */
export interface Reason {
  readonly table: keyof Tables;
  readonly code: string;
  /** What the table says; null when it does not know the code. */
  readonly role: string | null;
  /** Name of the profile that decides; null when none does. */
  readonly profile: string | null;
}

/** Why a schedule line is of its kind and period: the codes it was sent with, and the tables that read them. */
export function explainLine(line: ScheduleLine, profile: Profile): Reason[] {
  const reasons: Reason[] = [];
  const because = (table: keyof Tables, code: string | undefined): void => {
    if (!code) return;
    const own: Readonly<Record<string, string>> = profile.tables[table];
    reasons.push({ table, code, role: own[code] ?? null, profile: profile.origin(table, code) });
  };
  for (const part of line.code.split(', ')) {
    const [segment, first, second] = part.split(' ');
    if (segment === 'SCC') {
      because('status', first);
      because('frequencies', second);
    } else if (segment === 'QTY') because('quantities', first);
    else if (segment === 'FST') {
      because('x12Status', first);
      because('x12Frequencies', second);
    } else if (/^5\d\d$/.test(segment ?? '')) because('vdaDates', first);
  }
  return reasons;
}
