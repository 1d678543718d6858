import { compare } from '../measure';
import { milliseconds, times } from '../show';

const ROUNDS = 100;

/** A row of the table: the time of one action without the cache and with it, measured in turn. */
export const timesOf = async (
  name: string,
  off: () => Promise<unknown>,
  on: () => Promise<unknown>,
  rounds = ROUNDS,
): Promise<string[]> => {
  const { base, other, ratio } = await compare(off, on, rounds);
  return [name, milliseconds(base), milliseconds(other), times(ratio)];
};
