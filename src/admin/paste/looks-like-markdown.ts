/** Signs of Markdown at the beginning of a line or in it, which plain prose does not have. */
const SIGNS = [
  /^#{1,6} \S/,
  /^ {0,3}> \S/,
  /^ {0,3}(?:```|~~~)/,
  /\[[^[\]]+\]\((?:https?:\/\/|mailto:|\/)[^)\s]+\)/,
  /(?:^|\s)\*\*[^\s*](?:[^*]*[^\s*])?\*\*(?=$|[\s.,;:!?)])/,
];
/** Items of a list. One such line may occur in prose, so two are needed. */
const ITEMS = [/^ {0,3}[-*+] \S/, /^ {0,3}\d{1,3}[.)] \S/];

/** Whether a text is Markdown, and not prose that happens to contain a star or a hash. */
export const looksLikeMarkdown = (text: string): boolean => {
  const lines = text.split(/\r\n?|\n/);
  return (
    lines.some((line) => SIGNS.some((sign) => sign.test(line))) ||
    ITEMS.some((item) => lines.filter((line) => item.test(line)).length > 1)
  );
};
