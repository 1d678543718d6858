import { load } from '../load';
import { peakMemory } from '../resident-memory';
import { show } from '../show';
import { runChild } from '../child-newsroom';
import type { Served } from '../serve';
import { countsOf } from './counts';
import { ENVIRONMENT } from './newsrooms';
import { many } from './requests';

const ADDRESSES = 10_000;
const MEGABYTES = 2;
const CONNECTIONS = 20;
const ENOUGH_MS = 45_000;

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Measures how much memory the cache takes for a client that never requests the same address twice. */
export const benchManyAddresses = async (): Promise<void> => {
  const newsroom = await runChild<Served>('serve.js', ['20', '0', ''], {
    ...ENVIRONMENT,
    RESPONSE_CACHE_ENABLED: 'true',
    RESPONSE_CACHE_MAX_MB: String(MEGABYTES),
  });
  try {
    const requests = many(ADDRESSES, (index) => ({
      method: 'GET',
      path: `/api/articles?pagination[pageSize]=1&filters[id][$gt]=-${index}&filters[slug][$ne]=${'x'.repeat(200)}`,
    }));
    const { answers } = await load([newsroom.answer.address], requests, {
      connections: CONNECTIONS,
      milliseconds: ENOUGH_MS,
    });
    const { entries, bytes, hits } = await countsOf(newsroom.process);
    show(
      `A client that asks for another address each time (memory for answers: ${MEGABYTES} MB)`,
      ['addresses', 'hits', 'answers held', 'bytes held', 'peak of the process'],
      [
        [
          answers.toLocaleString('en'),
          String(hits),
          String(entries),
          megabytes(bytes),
          megabytes(peakMemory(newsroom.process.pid ?? 0)),
        ],
      ],
    );
  } finally {
    await newsroom.stop();
  }
};
