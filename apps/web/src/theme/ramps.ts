import type { MantineColorsTuple } from '@mantine/core';

/**
 * The colours of Coprod, ten shades each, light to dark. Every pair that the theme makes of them was computed by the
 * WCAG 2.2 contrast formula: text at least 4.5, borders of fields and chart marks at least 3, in both schemes.
 * Petrol is the accent; green, amber and red are states; violet, rose and blue name a way in and are shown only as the
 * small square beside its name.
 */
export const ramps = {
  gray: ramp('#f7f8f9 #eff1f3 #e3e6e9 #d3d8dc #b8bfc6 #838c95 #5b646d #454d55 #2d343b #1a1f24'),
  dark: ramp('#dde1e5 #bcc3ca #9da5ad #868f98 #3a424a #2a3037 #1f242a #171b1f #12161a #0c0f12'),
  petrol: ramp('#eef9fa #def1f3 #bfe5e9 #98d5dc #6cc1ca #3ea6b1 #158a95 #026c75 #02555c #003f45'),
  green: ramp('#f0faf2 #e1f2e4 #c6e6cb #a4d8ae #7fc48d #59aa6d #3d8e53 #22703a #19582d #144121'),
  amber: ramp('#fdf5ed #f8eadb #f2d8bb #e9c193 #daa667 #c2883d #a56d1c #835306 #694000 #4e2f02'),
  red: ramp('#fff4f2 #ffe6e3 #ffcfc9 #ffb3a9 #fe8b80 #eb6459 #cb473f #a72b27 #85201d #621916'),
  violet: ramp('#f7f5ff #eee9ff #ded6fe #cdbefe #b79ffc #9d80e7 #8264c8 #674aa6 #503983 #3b2a61'),
  rose: ramp('#fff3f7 #ffe5ee #ffccde #fdaecc #f28cb5 #da6a9a #bb4e7f #993463 #79284e #591e39'),
  blue: ramp('#f1f7ff #e1eeff #c7dffe #a5ccfe #7ab4fe #5597e9 #3a7bcb #215fa8 #184a85 #133762'),
} as const satisfies Record<string, MantineColorsTuple>;

function ramp(shades: string): MantineColorsTuple {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = shades.split(' ');
  return [a, b, c, d, e, f, g, h, i, j];
}
