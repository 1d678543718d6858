import { createUsageLedger } from '../../src/plugins/quote-snapshots/server/src/store/usage-ledger';
import type { Suite } from '../support/describe-newsroom';

/** A node read what was spent and added to it afterwards: two nodes at once both found the last request free. */
export const regression: Suite = (newsroom) => {
  it('grants no more than the limit to nodes that spend at once', async () => {
    const { strapi } = newsroom();
    const [here, there] = [createUsageLedger(strapi), createUsageLedger(strapi)];
    const window = 'vendor|day|2026-02-01';
    const granted = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? here : there).spend(window, 1 + (index % 3), 25),
      ),
    );
    expect(granted.reduce((total, count) => total + count, 0)).toBe(25);
    expect(await here.total(window)).toBe(25);
    await there.refund(window, 5);
    expect(await here.spend(window, 9, 25)).toBe(5);
  });
};
