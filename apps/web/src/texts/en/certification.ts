/** Texts of the room `certification`. */
export const certification = {} as const;
