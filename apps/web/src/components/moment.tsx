import { Tooltip } from '@mantine/core';
import { useFormats } from '../use-formats.ts';

/**
 * An instant: relative within 7 days, else its date; the full time on hover and focus.
 * @param plain inside a link or a button, where a second stop for the keyboard would be in the way
 */
export function Moment({ at, plain = false }: { readonly at: string | Temporal.Instant; readonly plain?: boolean }) {
  const formats = useFormats();
  const full = formats.moment(at);
  if (plain)
    return (
      <time dateTime={at.toString()} title={full}>
        {formats.relative(at)}
      </time>
    );
  return (
    <Tooltip label={full}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the full time must be reachable by the keyboard */}
      <time dateTime={at.toString()} tabIndex={0}>
        {formats.relative(at)}
      </time>
    </Tooltip>
  );
}
