/** Vendors limit bursts, but requests one after another would make a batch late. */
const CONCURRENCY = 4;

/** Maps each item, four at a time, and keeps the order of the results. */
export const mapConcurrently = async <T, R>(
  items: readonly T[],
  map: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++)
      results[index] = await map(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, worker));
  return results;
};
