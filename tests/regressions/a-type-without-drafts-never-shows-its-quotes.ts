import type { UID } from '@strapi/strapi';
import { instruments, later, record, settled, title, type Snapshot } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { createListings, eachAfterAWhile } from '../support/listings';
import { signIn } from '../support/newsroom';
import { startNode } from '../support/node';

const HOUR = 3_600_000;

/** Without drafts: a notice has no locales, a bulletin has. */
const TYPES = [
  { name: 'notice', type: 'Notice', locales: [null] },
  { name: 'bulletin', type: 'Bulletin', locales: ['en', 'es'] },
] as const;

/** Writing such a document is publishing it: what it names is captured, and shown by every road, from the start. */
export const regression: Suite = (newsroom) => {
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const { listing } = createListings(newsroom, 'ND');
  const naming = (...symbols: string[]) =>
    symbols.map((symbol) => `(NYSE: ${symbol})`).join(' and ') || 'None.';
  const listings = (count: number): string[] => Array.from({ length: count }, listing);
  const named = (...symbols: string[]): string[] => symbols.map((symbol) => `XNYS:${symbol}`);

  eachAfterAWhile(newsroom);

  describe.each(TYPES)('a $name', ({ name, type, locales }) => {
    const uid = `api::${name}.${name}` as UID.ContentType;
    const documents = () => newsroom().strapi.documents(uid);
    let token = '';
    beforeAll(async () => {
      const { accessKey } = await newsroom()
        .strapi.service('admin::api-token')
        .create({ name: title(), type: 'full-access', description: '', lifespan: null });
      token = `Bearer ${accessKey}`;
    });
    afterAll(async () => {
      // The tests below let a day pass: by then, the super admin has been signed out.
      newsroom().adminToken = await signIn(newsroom());
      await newsroom().strapi.db.query(uid).deleteMany({ where: {} });
    });

    const dataOf = (text: string) => ({ title: title(), body: text });
    const where = (locale: string | null) => (locale ? { locale } : {});
    const create = async (text: string, locale: string | null = locales[0]): Promise<string> => {
      const made = await documents().create({ data: dataOf(text), ...where(locale) } as never);
      return made.documentId;
    };
    const edit = (documentId: string, text: string, locale: string | null = locales[0]) =>
      documents().update({ documentId, data: dataOf(text), ...where(locale) } as never);

    const byRest = async (documentId: string, locale: string | null = locales[0]): Promise<Snapshot[]> => {
      const answer = await newsroom()
        .http()
        .get(`/api/${name}s/${documentId}`)
        .query({ populate: 'quoteSnapshots', ...where(locale) })
        .set('authorization', token)
        .expect(200);
      return answer.body.data.quoteSnapshots;
    };
    const ask = async (query: string) => {
      const answer = await newsroom().http().post('/graphql').set('authorization', token).send({ query });
      expect(answer.body.errors).toBeUndefined();
      return answer.body.data;
    };
    const byGraphql = async (documentId: string, locale: string | null = locales[0]): Promise<Snapshot[]> => {
      const inLocale = locale ? `, locale: "${locale}"` : '';
      const data = await ask(
        `{ ${name}(documentId: "${documentId}"${inLocale}) { quoteSnapshots { documentId instrument state price } } }`,
      );
      return data[name].quoteSnapshots;
    };
    /** What readers are shown, the same by every road. */
    const shown = async (documentId: string, locale: string | null = locales[0]): Promise<Snapshot[]> => {
      const rest = await byRest(documentId, locale);
      const graphql = await byGraphql(documentId, locale);
      expect(graphql).toEqual(
        rest.map(({ documentId: id, instrument, state, price }) => ({
          documentId: id,
          instrument,
          state,
          price,
        })),
      );
      return rest;
    };

    it.each<[string, (text: string) => Promise<string>]>([
      ['the document service', (text) => create(text)],
      [
        'REST',
        async (text) => {
          const request = newsroom().http().post(`/api/${name}s`).set('authorization', token);
          return (await request.send({ data: dataOf(text) }).expect(201)).body.data.documentId;
        },
      ],
      [
        'GraphQL',
        async (text) => {
          const data = await ask(
            `mutation { create${type}(data: { title: "${title()}", body: "${text}" }) { documentId } }`,
          );
          return data[`create${type}`].documentId;
        },
      ],
      [
        'the content manager',
        async (text) => {
          const request = newsroom().http().post(`/content-manager/collection-types/${uid}`);
          const sent = request.set('authorization', `Bearer ${newsroom().adminToken}`).send(dataOf(text));
          return (await sent.expect(201)).body.data.documentId;
        },
      ],
    ])('written by way of %s shows its quotes', async (_road, write) => {
      const symbol = listing();
      const documentId = await write(naming(symbol));
      await settled(newsroom());
      expect(await shown(documentId)).toMatchObject([
        { instrument: `XNYS:${symbol}`, state: 'captured', price: 10, current: true },
      ]);
    });

    it('shows quotes that were pending at first', async () => {
      const symbol = listing();
      newsroom().provider.fail('status-500');
      const documentId = await create(naming(symbol));
      expect(await shown(documentId)).toMatchObject([{ state: 'pending', price: null }]);
      newsroom().provider.fail(undefined);
      await later(newsroom());
      expect(await shown(documentId)).toMatchObject([{ state: 'captured', price: 10 }]);
    });

    it('keeps them when it is edited, captures what is new, and retires what it no longer names', async () => {
      const [stays, goes, comes] = listings(3) as [string, string, string];
      const documentId = await create(naming(stays, goes));
      const before = await shown(documentId);
      newsroom().provider.quote(stays, { Price: 99, PrevClose: 8 });
      await edit(documentId, naming(comes, stays));
      const after = await shown(documentId);
      expect(instruments(after)).toEqual(named(comes, stays));
      expect(after[1]).toMatchObject({
        documentId: before[0]?.documentId,
        price: 10,
        capturedAt: before[0]?.capturedAt,
      });
      await edit(documentId, naming());
      expect(await shown(documentId)).toEqual([]);
      expect((await record(newsroom(), documentId)).map(({ state, current }) => [state, current])).toEqual(
        Array(3).fill(['captured', false]),
      );
    });

    it('shows what was captured again, and what was voided', async () => {
      const symbol = listing();
      const documentId = await create(naming(symbol));
      const [old] = await shown(documentId);
      await later(newsroom());
      const fresh: string = await capture().recapture(old?.documentId, 'a wrong price');
      expect(await shown(documentId)).toMatchObject([{ documentId: fresh, state: 'captured', price: 10 }]);
      await capture().void(fresh, 'the wrong share');
      await edit(documentId, naming(symbol));
      expect(await shown(documentId)).toMatchObject([{ documentId: fresh, state: 'voided', price: 10 }]);
    });

    it('says which it gave up', async () => {
      const symbol = listing();
      newsroom().provider.fail('not-available');
      const documentId = await create(naming(symbol));
      for (let hour = 0; hour <= 25; hour += 1) await later(newsroom(), HOUR);
      expect(await shown(documentId)).toMatchObject([{ state: 'unavailable', price: null }]);
      newsroom().provider.fail(undefined);
      // A failed attempt is made again by the next publication.
      await edit(documentId, naming(symbol));
      expect(await shown(documentId)).toMatchObject([{ state: 'captured', price: 10 }]);
    });

    it('takes its own quotes when it is cloned, and leaves a record when it is deleted', async () => {
      const symbol = listing();
      const documentId = await create(naming(symbol));
      const [original] = await shown(documentId);
      const clone = (await documents().clone({ documentId } as never))!.documentId;
      await settled(newsroom());
      const [copied] = await shown(clone);
      expect(copied).toMatchObject({ instrument: `XNYS:${symbol}`, state: 'captured' });
      expect(copied?.documentId).not.toBe(original?.documentId);
      await documents().delete({ documentId } as never);
      expect(await record(newsroom(), documentId)).toMatchObject([{ state: 'captured', current: false }]);
      expect(await shown(clone)).toEqual([copied]);
    });

    it('has quotes of its own in each locale', async () => {
      const symbols = listings(2);
      const [first, ...others] = locales;
      const documentId = await create(naming(symbols[0] ?? ''), first);
      for (const locale of others) await edit(documentId, naming(symbols[1] ?? ''), locale);
      await settled(newsroom());
      for (const [index, locale] of locales.entries())
        expect(instruments(await shown(documentId, locale))).toEqual(named(symbols[index] ?? ''));
    });

    it('makes two documents of data that is given twice', async () => {
      const data = { title: title(), body: naming() };
      const one = await newsroom().strapi.db.query(uid).create({ data });
      const params = { data };
      const two = await newsroom().strapi.db.query(uid).create(params);
      const three = await newsroom().strapi.db.query(uid).create(params);
      const keys = new Set([one, two, three].map(({ documentId }) => documentId));
      expect(keys.size).toBe(3);
      for (const row of [one, two, three]) expect(row.quoteSnapshotsKey).toBe(`${row.documentId}:`);
    });

    it('shows what it showed once it moves to another documentId, as code can move it', async () => {
      const symbol = listing();
      const documentId = await create(naming(symbol));
      const moved = `${documentId.slice(0, -4)}0000`;
      const { id } = await newsroom().strapi.db.query(uid).findOne({ where: { documentId } });
      await newsroom()
        .strapi.db.query(uid)
        .update({ where: { id }, data: { documentId: moved } });
      await documents().update({
        documentId: moved,
        data: dataOf(naming(symbol)),
        ...where(locales[0]),
      } as never);
      await settled(newsroom());
      expect(instruments(await shown(moved))).toEqual(named(symbol));
    });

    it('shows after a restart what it showed before', async () => {
      const documentId = await create(naming(...listings(2)));
      const before = await shown(documentId);
      const restarted = await startNode({ DIST_DIR: newsroom().distDir });
      const quotes = await restarted.do('quotes', { uid });
      const ofDocument = quotes.filter((quote) => quote.documentId === documentId);
      expect(ofDocument.map(({ quoteSnapshots }) => quoteSnapshots)).toMatchObject([
        before.map(({ documentId: id, instrument, state, price }) => ({
          documentId: id,
          instrument,
          state,
          price,
        })),
      ]);
      await restarted.do('stop');
      await restarted.gone;
      expect(await shown(documentId)).toEqual(before);
    }, 120_000);
  });
};
