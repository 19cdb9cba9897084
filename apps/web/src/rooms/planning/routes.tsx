/** The pages of the room `planning`, below `/o/:organization`. */
export const planningRoutes = [] as const;
