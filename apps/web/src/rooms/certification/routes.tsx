/** The pages of the room `certification`, below `/o/:organization`. */
export const certificationRoutes = [] as const;
