/** The most rows that a table shows. Rare entries are of no help. */
const MOST_ROWS = 20;

/** Counts by name, the most frequent first. */
export const mostFrequent = (counts: Readonly<Record<string, number>>): [name: string, count: number][] =>
  Object.entries(counts)
    .sort(([first, a], [second, b]) => b - a || first.localeCompare(second))
    .slice(0, MOST_ROWS);
