import type { Newsroom } from './newsroom';

let readers = 0;

/** The address of a reader whom no other test has been. */
export const someone = (): string => `203.0.113.${(readers += 1)}`;

/** A request from this address, as the newsroom's proxy hands it on. */
export const getFrom = ({ http }: Newsroom, path: string, from: string) =>
  http().get(path).set('x-forwarded-for', from);

/** The statuses of so many requests, one after the other. */
export const statuses = async (
  count: number,
  request: (n: number) => PromiseLike<{ status: number }>,
): Promise<number[]> => {
  const all: number[] = [];
  for (let n = 0; n < count; n += 1) all.push((await request(n)).status);
  return all;
};
