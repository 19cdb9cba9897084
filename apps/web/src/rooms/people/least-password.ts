/** The shortest password that the server takes, in characters. */
export const leastPassword = 10;
