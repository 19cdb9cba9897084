import { Anchor, type AnchorProps, Button, type ButtonProps, Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/*
 * Mantine's components as links of the router. Made by `createLink` and not by `component={Link}`, because only then a wrong
 * path or a missing parameter does not compile.
 */

/** A link in a text, a table or a fact. */
export const TextLink = createLink((props: Omit<AnchorProps, 'href'> & ComponentProps<'a'>) => (
  <Anchor component="a" {...props} />
));

/** A link that looks like a button, for an act that begins on a page of its own. */
export const ButtonLink = createLink((props: Omit<ButtonProps, 'href'> & ComponentProps<'a'>) => (
  <Button component="a" {...props} />
));

/** A link in a menu. */
export const MenuLink = createLink((props: Omit<MenuItemProps, 'href'> & ComponentProps<'a'>) => (
  <Menu.Item component="a" {...props} />
));
