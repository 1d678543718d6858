import { later, publishArticle, readSnapshots, settled } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile, TURN_MS } from '../support/listings';

const MINUTE_MS = 60_000;

/**
 * A late capture asked for the minute of publication, and for nothing else: a key whose plan has no past minutes left
 * the article without a quote, though it gives live ones.
 */
export const regression: Suite = (newsroom) => {
  const { listing, publish } = createListings(newsroom, 'LV');
  eachAfterAWhile(newsroom);
  const only = async (documentId: string) => (await readSnapshots(newsroom(), documentId))[0];

  /** An article that was published while the provider was out of order. */
  const publishedInVain = async (symbol: string): Promise<string> => {
    newsroom().provider.fail('status-500');
    const documentId = await publish(symbol);
    await settled(newsroom());
    return documentId;
  };

  it.each(['past-refused', 'past-empty'] as const)(
    'takes the live quote after three attempts where the past is %s, and says how late it is',
    async (fault) => {
      const symbol = listing();
      const documentId = await publishedInVain(symbol);
      newsroom().provider.fail(fault);
      await later(newsroom(), 2 * MINUTE_MS);
      // The second attempt: the price at publication is worth another.
      expect(await only(documentId)).toMatchObject({ state: 'pending', price: null, lateMinutes: null });
      await later(newsroom(), MINUTE_MS);
      expect(await only(documentId)).toMatchObject({
        state: 'captured',
        price: 10,
        lateMinutes: 3,
        reason: 'Late: captured 3 minutes after publication.',
      });
      const { requests } = newsroom().provider;
      const asked = requests.filter(({ symbols }) => symbols.includes(symbol)).map(({ url }) => url);
      expect(asked.at(-2)).toContain('getPriceTicks');
      expect(asked.at(-1)).toContain('getQuote');
    },
  );

  it('takes it after ten minutes, whatever the attempts', async () => {
    const documentId = await publishedInVain(listing());
    newsroom().provider.fail('past-refused');
    await later(newsroom(), 10 * MINUTE_MS);
    expect(await only(documentId)).toMatchObject({ state: 'captured', lateMinutes: 10 });
  });

  it('asks for the minute of publication alone while the provider is out of order', async () => {
    const documentId = await publishedInVain(listing());
    for (let turn = 0; turn < 4; turn += 1) await later(newsroom(), 4 * MINUTE_MS);
    expect(await only(documentId)).toMatchObject({ state: 'pending' });
    newsroom().provider.fail(undefined);
    await later(newsroom(), MINUTE_MS);
    expect(await only(documentId)).toMatchObject({
      state: 'captured',
      lateMinutes: null,
      reason: 'Taken 17 minutes after publication, as of the minute of publication.',
    });
  });

  it('is unavailable past a day, when what it was worth at publication cannot be had any more', async () => {
    const documentId = await publishedInVain(listing());
    // Asked for again just before it would be given up, so that its age alone decides.
    newsroom().provider.fail('past-refused');
    await later(newsroom(), 24 * 60 * MINUTE_MS + TURN_MS);
    expect(await only(documentId)).toMatchObject({ state: 'unavailable', price: null, lateMinutes: null });
  });

  it('says nothing of lateness where the quote is in time', async () => {
    newsroom().provider.fail('past-refused');
    const documentId = await publish(listing());
    expect(await only(documentId)).toMatchObject({ state: 'captured', lateMinutes: null, reason: null });
  });

  it('a person who has it captured again days later takes the live quote, and readers see how late it is', async () => {
    const symbol = listing();
    const documentId = await publish(symbol);
    await settled(newsroom());
    newsroom().clock.advance(3 * 24 * 60 * MINUTE_MS);
    newsroom().provider.fail('past-refused');
    const { documentId: snapshot } = (await only(documentId)) ?? {};
    await newsroom()
      .strapi.plugin('quote-snapshots')
      .service('capture')
      .recapture(snapshot, 'The source corrected it.');
    await settled(newsroom());
    expect(await only(documentId)).toMatchObject({
      state: 'captured',
      lateMinutes: 3 * 24 * 60,
      reason: 'Captured again, 3 days after publication.',
    });
  });

  it('is a number over GraphQL too', async () => {
    const documentId = await publishedInVain(listing());
    newsroom().provider.fail('past-refused');
    await later(newsroom(), 12 * MINUTE_MS);
    const query = `{ quoteSnapshots(filters: { relatedDocumentId: { eq: "${documentId}" } }) { lateMinutes state } }`;
    const answer = await newsroom().http().post('/graphql').send({ query }).expect(200);
    expect(answer.body.data.quoteSnapshots).toEqual([{ lateMinutes: 12, state: 'captured' }]);
  });

  it('takes the live quote of a market whose past no provider tells, at the first chance', async () => {
    newsroom().provider.quote('LSE:LVZZ', { Price: 100, PrevClose: 99, NominalCurrencyCode: 'GBX' });
    newsroom().provider.fail('status-500');
    const documentId = await publishArticle(newsroom(), ['(LSE: LVZZ)']);
    await settled(newsroom());
    newsroom().provider.fail(undefined);
    await later(newsroom(), 2 * MINUTE_MS);
    expect(await only(documentId)).toMatchObject({ state: 'captured', lateMinutes: 2 });
  });
};
