/** Texts of the room `voice`. */
export const voice = {} as const;
