import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What this process holds on to, in bytes: objects and buffers, without what is garbage. */
export const memoryInUse = async (): Promise<number> => {
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    // What a collection gives back outside of the heap is counted after it.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
