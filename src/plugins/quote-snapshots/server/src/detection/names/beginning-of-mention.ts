/** How far before a symbol its bracket may open: `(Euronext Amsterdam: ASML)`. */
const LONGEST_BRACKET = 80;

/** The offset at which a mention begins: that of its bracket, or else of its exchange. */
export const beginningOfMention = (
  text: string,
  { start, exchange }: { start: number; exchange: string | null },
): number => {
  const before = text.slice(Math.max(0, start - LONGEST_BRACKET), start);
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
  const isOpen = open >= 0 && !/[)\]\n]/.test(before.slice(open));
  return isOpen ? start - before.length + open : start - (exchange?.length ?? 0) - 2;
};
