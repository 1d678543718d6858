/**
 * The text without white space at its ends. Empty if readers would see nothing, for example a zero-width space, which `trim` keeps.
 */
export const shownText = (text: string): string => (/[\p{L}\p{N}]/u.test(text) ? text.trim() : '');
