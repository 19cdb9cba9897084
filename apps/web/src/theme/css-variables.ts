import type { CSSVariablesResolver } from '@mantine/core';
import { ramps } from './ramps.ts';

const coloured = ['petrol', 'green', 'amber', 'red', 'violet', 'rose', 'blue'] as const;

/** Mantine's own variables where its defaults fail our contrast, and ours (`--coprod-*`) for what Mantine has no name for. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {
    '--coprod-serif': "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif",
    '--coprod-text-width': '40rem',
    '--coprod-margin-width': '21.25rem',
    '--coprod-header': '3rem',
  },
  light: {
    '--mantine-color-dimmed': shade('gray', 6),
    '--mantine-color-placeholder': shade('gray', 6),
    '--mantine-color-default-border': shade('gray', 3),
    '--mantine-color-error': shade('red', 7),
    '--mantine-color-success': shade('green', 7),
    '--mantine-color-gray-light': shade('gray', 1),
    '--mantine-color-gray-light-hover': shade('gray', 2),
    '--mantine-color-gray-light-color': shade('gray', 8),
    '--mantine-color-disabled-color': shade('gray', 6),
    '--coprod-input-border': shade('gray', 5),
    '--coprod-navigation': shade('gray', 0),
    '--coprod-raised': shade('gray', 1),
    '--coprod-hover': shade('gray', 0),
    '--coprod-selected': shade('petrol', 1),
    '--coprod-accent': shade('petrol', 7),
    '--coprod-inserted': shade('green', 1),
    '--coprod-deleted': shade('red', 1),
    '--coprod-hatch': shade('gray', 3),
    ...marks(6),
    ...texts(7),
  },
  dark: {
    '--mantine-color-dimmed': shade('dark', 2),
    '--mantine-color-placeholder': shade('dark', 3),
    '--mantine-color-default-border': shade('dark', 4),
    '--mantine-color-error': shade('red', 4),
    '--mantine-color-success': shade('green', 4),
    '--mantine-color-gray-light': shade('dark', 5),
    '--mantine-color-gray-light-hover': shade('dark', 4),
    '--mantine-color-gray-light-color': shade('dark', 0),
    '--mantine-color-disabled-color': shade('dark', 2),
    '--coprod-input-border': '#6b747d',
    '--coprod-navigation': shade('dark', 8),
    '--coprod-raised': shade('dark', 6),
    '--coprod-hover': shade('dark', 6),
    '--coprod-selected': shade('petrol', 9),
    '--coprod-accent': shade('petrol', 4),
    '--coprod-inserted': '#0d2a15',
    '--coprod-deleted': '#4e1412',
    '--coprod-hatch': shade('dark', 4),
    ...marks(4),
    ...texts(4),
    ...Object.fromEntries(
      coloured.flatMap((name) => [
        [`--mantine-color-${name}-light`, theme.colors[name]?.[9] ?? ramps[name][9]],
        [`--mantine-color-${name}-light-hover`, theme.colors[name]?.[8] ?? ramps[name][8]],
        [`--mantine-color-${name}-light-color`, theme.colors[name]?.[0] ?? ramps[name][0]],
      ]),
    ),
  },
});

function shade(name: keyof typeof ramps, index: number): string {
  return `var(--mantine-color-${name}-${index})`;
}

/** Squares, lines and bars: at least 3 to 1 against the page. */
function marks(index: number): Record<string, string> {
  return Object.fromEntries(coloured.map((name) => [`--coprod-mark-${name}`, shade(name, index)]));
}

/** Coloured words: at least 4.5 to 1 against the page. */
function texts(index: number): Record<string, string> {
  return Object.fromEntries(coloured.map((name) => [`--coprod-text-${name}`, shade(name, index)]));
}
