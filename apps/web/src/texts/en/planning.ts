/** Texts of the room `planning`. */
export const planning = {} as const;
