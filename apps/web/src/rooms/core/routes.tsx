/** The pages of the room `core`, below `/o/:organization`. */
export const coreRoutes = [] as const;
