/** The median. */
export const median = (figures: readonly number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** How long some work takes, in milliseconds. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

/** Medians in milliseconds, and their ratio. */
export interface Compared {
  base: number;
  other: number;
  ratio: number;
}

/**
 * Compares two ways to do the same thing. They run in turn, so that other work on the machine affects both alike.
 */
export const compare = async (
  base: () => Promise<unknown>,
  other: () => Promise<unknown>,
  rounds: number,
): Promise<Compared> => {
  const figures: [number[], number[]] = [[], []];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round += 1) {
    const pair = [0, 0];
    // The two take turns to be first, because the first one may leave work behind for the second.
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const index of order) pair[index] = await timed(index === 0 ? base : other);
    // The first quarter of the rounds is the warm-up.
    if (round >= 0) pair.forEach((figure, index) => figures[index]!.push(figure));
  }
  const [first, second] = [median(figures[0]), median(figures[1])];
  return { base: first, other: second, ratio: second / first };
};
