/** Texts of the room `core`. */
export const core = {} as const;
