import { store } from '../store.ts';

/** The element at the foot of the frame where a phone's act bar is put, above whatever else stands there. */
export const actBarPlace = store<HTMLElement | null>(null);
