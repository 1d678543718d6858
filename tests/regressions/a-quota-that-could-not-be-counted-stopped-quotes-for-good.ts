import { createQuoteDesk } from '../../src/plugins/quote-snapshots/server/src/providers';
import { failAll, failure } from '../../src/plugins/quote-snapshots/server/src/providers/market-data/failure';
import type { QuoteProvider } from '../../src/plugins/quote-snapshots/server/src/providers';
import { USAGE_UID } from '../../src/plugins/quote-snapshots/server/src/plugin-names';
import { createUsageLedger } from '../../src/plugins/quote-snapshots/server/src/store/usage-ledger';
import { tableNameOf } from '../../src/plugins/quote-snapshots/server/src/strapi/tables';
import type { Suite } from '../support/describe-newsroom';

const MSFT = { mic: 'XNAS', symbol: 'MSFT' };

/**
 * Where the database failed while quota was counted, nobody caught the error: Node ends a process for that. If the process
 * lived, the request stayed under way for ever, and so no quote of its listings was asked for again.
 */
export const regression: Suite = (newsroom) => {
  let requests = 0;
  const provider: QuoteProvider = {
    name: 'uncounted',
    attribution: 'Quotes by nobody.',
    licence: 'display',
    delayMinutes: 0,
    maxBatch: 10,
    limits: { counts: 'request', perMinute: 10 },
    answersAsOf: false,
    getQuotes: async ({ instruments, chargeQuota }) => {
      requests += 1;
      const charged = await chargeQuota?.(instruments);
      const again = await chargeQuota?.(instruments);
      const reason = charged && again ? failure('no-price', 'None today.') : failure('quota', 'Not charged.');
      return failAll(instruments, reason);
    },
  };

  /** Runs something while the table of the ledger is away. */
  const withoutLedger = async <T>(run: () => Promise<T>): Promise<T> => {
    const { strapi } = newsroom();
    const table = tableNameOf(strapi, USAGE_UID);
    await strapi.db.connection.schema.renameTable(table, `${table}_away`);
    try {
      return await run();
    } finally {
      await strapi.db.connection.schema.renameTable(`${table}_away`, table);
    }
  };

  it('requests nothing while the ledger cannot count, and requests again once it can', async () => {
    const { strapi } = newsroom();
    const desk = createQuoteDesk({ provider, ledger: createUsageLedger(strapi) });
    const ask = async () =>
      (await desk.getQuotes([MSFT], { timeoutMs: 5_000, again: true })).get('XNAS:MSFT');
    requests = 0;
    for (let times = 0; times < 6; times += 1)
      expect(await withoutLedger(ask)).toMatchObject({ failure: { code: 'quota', retryable: true } });
    expect(requests).toBe(0);
    expect((await desk.health())[0]).toMatchObject({ breaker: 'closed' });
    expect(await ask()).toMatchObject({ failure: { code: 'no-price' } });
    expect(requests).toBe(1);
  });

  it('does not send a further request that cannot be counted', async () => {
    const { strapi } = newsroom();
    const counting = createUsageLedger(strapi);
    let spends = 0;
    const desk = createQuoteDesk({
      provider,
      ledger: {
        ...counting,
        spend: (...spent) =>
          (spends += 1) === 1 ? counting.spend(...spent) : withoutLedger(() => counting.spend(...spent)),
      },
    });
    const answers = await desk.getQuotes([MSFT], { timeoutMs: 5_000 });
    expect(answers.get('XNAS:MSFT')).toMatchObject({ failure: { code: 'quota', message: 'Not charged.' } });
    expect(spends).toBe(2);
  });
};
