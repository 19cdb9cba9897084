import type { TablerIcon } from '@tabler/icons-react';

/** An outline icon as all of Coprod draws them; hidden from screen readers, for the word stands beside it. */
export function Icon({
  of: Drawing,
  size = 18,
  color,
}: {
  readonly of: TablerIcon;
  readonly size?: number;
  readonly color?: string;
}) {
  return <Drawing size={size} stroke={1.6} aria-hidden {...(color === undefined ? {} : { color })} />;
}
