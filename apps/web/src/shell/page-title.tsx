import { Title, type TitleProps, VisuallyHidden } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { store, useStore } from '../store.ts';

/** What stands last in the breadcrumb: the label of the object, `P-118`, or nothing on a list. */
export const crumb = store<string | null>(null);

const told = store('');
/** The address whose title had the focus last; the first page of a visit is left alone. */
let arrivedAt: string | null = null;

/**
 * The one `h1` of a page. Names the tab, takes the focus when the page was reached by a link, and tells it to screen readers.
 * @param label the object's running number, shown in the breadcrumb
 */
export function PageTitle({
  children,
  label,
  ...props
}: TitleProps & { readonly children: string; readonly label?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The resolved address: the page one leaves still stands when the address has changed already.
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? null });
  useEffect(() => {
    document.title = `${label === undefined ? '' : `${label} `}${children} · Coprod`;
    crumb.set(label ?? null);
    return () => crumb.set(null);
  }, [children, label]);
  useEffect(() => {
    if (arrivedAt !== null && path !== null && arrivedAt !== path) {
      heading.current?.focus({ preventScroll: true });
      told.set(heading.current?.textContent ?? '');
    }
    if (path !== null) arrivedAt = path;
  }, [path]);
  return (
    <Title order={1} tabIndex={-1} ref={heading} {...props}>
      {children}
    </Title>
  );
}

/** Says politely where one has arrived; stands once in the frame. */
export function Announcer() {
  return <VisuallyHidden component="output">{useStore(told)}</VisuallyHidden>;
}
