/** What only Markdown begins a line with, or has in it: plain prose has none of it. */
const SIGNS = [
  /^#{1,6} \S/,
  /^ {0,3}> \S/,
  /^ {0,3}(?:```|~~~)/,
  /\[[^[\]]+\]\((?:https?:\/\/|mailto:|\/)[^)\s]+\)/,
  /(?:^|\s)\*\*[^\s*](?:[^*]*[^\s*])?\*\*(?=$|[\s.,;:!?)])/,
];
/** Items of a list: prose may have one line that looks like one. */
const ITEMS = [/^ {0,3}[-*+] \S/, /^ {0,3}\d{1,3}[.)] \S/];

/** Whether a text is Markdown, and no prose in which a star or a hash happens to be. */
export const looksLikeMarkdown = (text: string): boolean => {
  const lines = text.split(/\r\n?|\n/);
  return (
    lines.some((line) => SIGNS.some((sign) => sign.test(line))) ||
    ITEMS.some((item) => lines.filter((line) => item.test(line)).length > 1)
  );
};
