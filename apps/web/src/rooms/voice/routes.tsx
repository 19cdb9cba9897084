/** The pages of the room `voice`, below `/o/:organization`. */
export const voiceRoutes = [] as const;
