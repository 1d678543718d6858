import { A_WHILE_MS, record, settled } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings } from '../support/listings';
import { startNode, type Node } from '../support/node';

const TEN_MINUTES = 600_000;

/** Leases and due times are by the database's clock: a node's own may be ahead or behind. */
export const regression: Suite = (newsroom) => {
  const { listing, publish, states } = createListings(newsroom, 'CL');
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const now = (): Promise<Date> => newsroom().strapi.plugin('quote-snapshots').service('clock').now();
  let other: Node;

  beforeAll(async () => {
    other = await startNode({ DIST_DIR: newsroom().distDir });
    // Tests before this one have let time pass here: it has passed there as well.
    const passed = (await now()).getTime() - timeOfDay.real();
    await other.do('advance', { milliseconds: passed });
  }, 120_000);
  afterAll(async () => {
    await other.do('stop');
    await other.gone;
  });
  const letTimePass = async (milliseconds: number): Promise<void> => {
    newsroom().clock.advance(milliseconds);
    await other.do('advance', { milliseconds });
  };
  // For both of them: what came before is neither due, nor has anybody a reason to leave the provider alone.
  beforeEach(() => letTimePass(A_WHILE_MS));
  afterEach(async () => {
    newsroom().provider.fail(undefined);
    newsroom().provider.release();
    await settled(newsroom());
    await letTimePass(A_WHILE_MS);
    await capture().runWorkerTurn();
  });

  const skewed = async (milliseconds: number, run: () => Promise<void>): Promise<void> => {
    await other.do('skew', { milliseconds });
    await run();
    await other.do('skew', { milliseconds: -milliseconds });
  };

  it.each([
    ['ahead of', TEN_MINUTES],
    ['behind', -TEN_MINUTES],
  ])('a node ten minutes %s the others leaves what they hold', async (_where, skew) => {
    const { provider } = newsroom();
    provider.fail('stall');
    const asked = provider.nextRequest();
    const documentId = await publish(listing());
    await asked;
    const before = provider.requests.length;
    await skewed(skew, async () => {
      await other.do('work');
      expect(provider.requests.length).toBe(before);
    });
    provider.fail(undefined);
    provider.release();
    await settled(newsroom());
    expect(await states(documentId)).toEqual(['captured']);
  });

  it.each([
    ['ahead of', TEN_MINUTES],
    ['behind', -TEN_MINUTES],
  ])(
    'a node ten minutes %s the others asks for what is due, and for nothing that is not',
    async (_where, skew) => {
      const { provider } = newsroom();
      provider.fail('status-500');
      const symbol = listing();
      // Fifteen minutes old, as most are: to a node that is behind, a newer one would be of the future.
      provider.quote(symbol, { Price: 10, PrevClose: 8, LastTradeTime: Date.now() - 900_000 });
      const documentId = await publish(symbol);
      provider.fail(undefined);
      await skewed(skew, async () => {
        const before = provider.requests.length;
        await other.do('work');
        expect(provider.requests.length).toBe(before);
        await letTimePass(A_WHILE_MS);
        await other.do('work');
      });
      expect(await states(documentId)).toEqual(['captured']);
    },
  );

  it.each([
    ['ahead of', TEN_MINUTES],
    ['behind', -TEN_MINUTES],
  ])(
    'what a node ten minutes %s the others could not capture is due for them in time',
    async (_where, skew) => {
      const { provider } = newsroom();
      const symbol = listing();
      let documentId = '';
      await skewed(skew, async () => {
        documentId = await other.do('create', { title: `Skewed ${symbol}`, text: `(NYSE: ${symbol})` });
        provider.fail('status-500');
        await other.do('publish', { documentId });
        await other.do('settled');
        provider.fail(undefined);
      });
      const [row] = await record(newsroom(), documentId);
      const { nextAttemptAt } = row as unknown as { nextAttemptAt: string };
      const wait = new Date(nextAttemptAt).getTime() - (await now()).getTime();
      expect(wait).toBeLessThanOrEqual(60_000);
      await letTimePass(A_WHILE_MS);
      await capture().runWorkerTurn();
      expect(await states(documentId)).toEqual(['captured']);
    },
  );
};
