/** A kind of read, and its request. */
export interface Read {
  name: string;
  path: string;
  headers?: Record<string, string>;
}

/** How long each read of a kind took, in milliseconds, by the kind's name. */
export type ReadTimes = ReadonlyMap<string, number[]>;

/** One read is sent every so many milliseconds. The kinds take turns. */
const PERIOD_MS = 25;

/** The 95th percentile. */
export const p95 = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length * 0.95)] ?? Number.NaN;

/**
 * Sends reads at a steady pace from outside of the newsroom's process until `end` is called. It does not wait for the answers to
 * earlier reads.
 *
 * @throws Error, when it ends, if an answer was not 200
 */
export const readSteadily = (address: string, kinds: readonly Read[]): { end(): Promise<ReadTimes> } => {
  const figures = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
  const reads: Promise<void>[] = [];
  const read = async ({ name, path, headers = {} }: Read): Promise<void> => {
    const begun = process.hrtime.bigint();
    const answer = await fetch(`${address}${path}`, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`A read (${name}) was answered ${answer.status}.`);
    figures.get(name)?.push(Number(process.hrtime.bigint() - begun) / 1e6);
  };
  let count = 0;
  const timer = setInterval(() => {
    const kind = kinds[count % kinds.length];
    count += 1;
    if (kind) reads.push(read(kind));
  }, PERIOD_MS);
  return {
    end: async () => {
      clearInterval(timer);
      await Promise.all(reads);
      return figures;
    },
  };
};
