/** Midnight before a moment, in the time zone of the browser. */
export const startOfDay = (now: Date): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate());
