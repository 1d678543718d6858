import type { SymbolBatch, RawAnswer } from './request-batch';
import { mapConcurrently } from './map-concurrently';

/** Asks for each symbol in a call of its own, for vendors that answer for one at a time. Undefined stands for unknown. */
export const requestEach = async (
  asked: SymbolBatch,
  askOne: (symbol: string) => Promise<RawAnswer | undefined>,
): Promise<Map<string, RawAnswer>> => {
  const readings = await mapConcurrently(
    [...asked.keys()],
    async (symbol) => [symbol, await askOne(symbol)] as const,
  );
  return new Map(readings.flatMap(([symbol, reading]) => (reading ? [[symbol, reading] as const] : [])));
};
