/** The screen that the tests have, unless they say otherwise. */
export const VIEWPORT = { width: 1440, height: 1000 };
