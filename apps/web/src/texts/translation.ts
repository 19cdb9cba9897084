/** The shape of a catalogue in another language: each key of the English one, no other. A missing one does not compile. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
