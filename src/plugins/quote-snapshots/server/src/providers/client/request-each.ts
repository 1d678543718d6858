import type { Asked, Reading } from './request-batch';
import { inParallel } from './map-concurrently';

/** Asks for each symbol in a call of its own, for vendors that answer for one at a time. Undefined stands for unknown. */
export const askEach = async (
  asked: Asked,
  askOne: (symbol: string) => Promise<Reading | undefined>,
): Promise<Map<string, Reading>> => {
  const readings = await inParallel(
    [...asked.keys()],
    async (symbol) => [symbol, await askOne(symbol)] as const,
  );
  return new Map(readings.flatMap(([symbol, reading]) => (reading ? [[symbol, reading] as const] : [])));
};
