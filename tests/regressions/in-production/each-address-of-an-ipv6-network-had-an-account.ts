import type { Suite } from '../../support/describe-newsroom';
import { getFrom, someone, statuses } from '../../support/readers';

/** Limits were kept for whole addresses of IPv6, of which each household has more than it could use up. */
export const regression: Suite = (newsroom) => {
  it('a network of IPv6 has one account, and so has each address of IPv4', async () => {
    const from = (end: string) => getFrom(newsroom(), '/api/articles', `2001:db8:7:7${end}`);
    expect(await statuses(6, (n) => from(`:${n}:${n}::${n}`))).toEqual([200, 200, 200, 200, 200, 429]);
    await getFrom(newsroom(), '/api/articles', '2001:db8:7:8::1').expect(200);
    const mapped = someone();
    expect(
      (
        await statuses(6, (n) => getFrom(newsroom(), '/api/articles', n % 2 ? mapped : `::ffff:${mapped}`))
      ).at(-1),
    ).toBe(429);
  });
};
