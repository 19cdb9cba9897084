import { useNavigate } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent } from 'react';

/**
 * A link to an address that is known only when the program runs: rooms of the navigation, what a search or a notice points
 * at. Everything else uses the typed links of `link.tsx`.
 */
export function PathLink({
  path,
  onClick,
  children,
  ...props
}: Omit<ComponentProps<'a'>, 'href'> & { readonly path: string }) {
  const navigate = useNavigate();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    // With a key held down the browser opens a tab or a window: that is his.
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    void navigate({ href: path });
  };
  return (
    <a {...props} href={path} onClick={follow}>
      {children}
    </a>
  );
}
