import { ARTICLE, later, settled } from '../../support/articles';
import { createListings, eachAfterAWhile, TURN_MS } from '../../support/listings';
import { signIn } from '../../support/newsroom';
import type { Suite } from '.';

/** How the world, a log and an operator hear of what was captured, and what was not. */
export const telling: Suite = (newsroom) => {
  const { listing, publish, states } = createListings(newsroom, 'TL');
  eachAfterAWhile(newsroom);

  describe('the world is told', () => {
    const heard: { event: string; documentId: string; snapshots: { state: string }[] }[] = [];
    let deafen: () => void;
    beforeAll(() => {
      deafen = newsroom().strapi.eventHub.subscribe((event: string, payload: (typeof heard)[number]) => {
        if (event.startsWith('quote-snapshots.')) heard.push({ ...payload, event });
        return Promise.resolve();
      });
    });
    afterAll(() => deafen());
    const about = (documentId: string) => heard.filter((said) => said.documentId === documentId);

    it('once, when a publication’s quotes are complete', async () => {
      const documentId = await publish(listing(), listing());
      await settled(newsroom());
      await later(newsroom());
      expect(about(documentId)).toEqual([
        expect.objectContaining({
          event: 'quote-snapshots.captured',
          uid: ARTICLE,
          model: 'article',
          locale: 'en',
          snapshots: [
            expect.objectContaining({ state: 'captured' }),
            expect.objectContaining({ state: 'captured' }),
          ],
        }),
      ]);
    });

    it('not before the last of them is there', async () => {
      const { provider } = newsroom();
      const known = listing();
      provider.quote('TLW', { Price: 'NA', PrevClose: 1 });
      const documentId = await publish(known, 'TLW');
      await settled(newsroom());
      expect(about(documentId)).toEqual([]);
      provider.quote('TLW', { Price: 5, PrevClose: 1 });
      await later(newsroom());
      expect(about(documentId).map(({ event }) => event)).toEqual(['quote-snapshots.captured']);
    });

    it('of failure too', async () => {
      const documentId = await publish(listing(), 'TLN');
      await settled(newsroom());
      expect(
        about(documentId).map(({ event, snapshots }) => [event, snapshots.map(({ state }) => state)]),
      ).toEqual([['quote-snapshots.failed', ['captured', 'unavailable']]]);
    });

    it('and a listener that throws does no harm', async () => {
      let calls = 0;
      const off = newsroom().strapi.eventHub.on('quote-snapshots.captured', () => {
        calls += 1;
        throw new Error('listener');
      });
      const documentId = await publish(listing());
      await settled(newsroom());
      await later(newsroom());
      off();
      expect(await states(documentId)).toEqual(['captured']);
      // Nor is everybody told again and again for its sake.
      expect(calls).toBe(1);
    });

    it('through Strapi’s webhooks, where an admin chooses these events', async () => {
      const { strapi, http } = newsroom();
      const token = await signIn(newsroom());
      const events = ['quote-snapshots.captured', 'quote-snapshots.failed'];
      const answer = await http()
        .post('/admin/webhooks')
        .set('authorization', `Bearer ${token}`)
        .send({ name: 'Frontend', url: 'https://frontend.example/revalidate', events, headers: {} });
      expect(answer.body.data).toMatchObject({ events, isEnabled: true });
      await strapi.db.query('strapi::webhook').deleteMany({});
    });
  });

  it('is logged in lines that carry what happened, and no key', async () => {
    const { strapi } = newsroom();
    const lines: string[] = [];
    const spy = jest.spyOn(strapi.log, 'info').mockImplementation((line: unknown) => {
      lines.push(String(line));
      return strapi.log;
    });
    const symbol = listing();
    const documentId = await publish(symbol, 'TLG');
    await settled(newsroom());
    spy.mockRestore();
    const line = lines.find((text) => text.startsWith('quote-snapshots capture '));
    for (const part of [
      `document=${documentId}`,
      'locale=en',
      `captured=XNYS:${symbol}`,
      'unavailable=XNYS:TLG',
      'failures=unknown-instrument',
      'provider=cloudquote',
      'attempt=1',
    ])
      expect(line).toContain(part);
    expect(line).toMatch(/durationMs=\d+/);
    expect(lines.join('\n')).not.toContain('test-key');
  });

  it('is told to an operator: what waits since when, failures by reason, breaker, quota, last success', async () => {
    const { strapi, provider } = newsroom();
    const read = () => strapi.plugin('quote-snapshots').service('status').read();
    await publish(listing());
    await settled(newsroom());
    const quiet = await read();
    expect(quiet).toMatchObject({
      pending: 0,
      oldestPendingAt: null,
      providers: [
        {
          name: 'cloudquote',
          role: 'first',
          breaker: 'closed',
          quota: { minuteLeft: null, dayLeft: null },
          lastSuccessAt: expect.any(Date),
        },
      ],
    });
    expect(quiet.failures).toEqual(
      expect.arrayContaining([{ code: 'unknown-instrument', count: expect.any(Number) }]),
    );
    provider.fail('status-500');
    await publish(listing());
    for (let turn = 0; turn < 20; turn += 1) await later(newsroom(), TURN_MS);
    expect(await read()).toMatchObject({
      pending: 1,
      oldestPendingAt: expect.any(Date),
      providers: [
        { breaker: 'open', lastFailure: { code: 'network', message: expect.stringContaining('500') } },
      ],
    });
    expect(JSON.stringify(await read())).not.toContain('test-key');
  });
};
