/** The pages of the room `settings`, below `/o/:organization`. */
export const settingsRoutes = [] as const;
