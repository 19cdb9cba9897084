import type { CallOff, Release } from './release.ts';

/** What a message can say; more kinds follow with their messages. */
export type Meaning = Release | CallOff;
