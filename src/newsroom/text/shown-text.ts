/** Without the white space around it; empty where readers would see nothing, as of a zero-width space, which `trim` keeps. */
export const shownText = (text: string): string => (/[\p{L}\p{N}]/u.test(text) ? text.trim() : '');
