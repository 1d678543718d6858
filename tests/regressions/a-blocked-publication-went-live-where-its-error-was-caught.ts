import type { Modules } from '@strapi/strapi';
import type { RuleLevels } from '../../src/newsroom/rules/rules';
import { requireFailAtCommit } from '../../src/newsroom/strapi/fail-at-commit';
import { ARTICLE, body, settled, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const DEFAULTS: RuleLevels = {
  'disclaimer-text': 'warn',
  mentions: 'warn',
  byline: 'warn',
  corrections: 'warn',
};

/**
 * Strapi has no savepoints, and its releases publish in a transaction and catch: what was judged after the write was
 * committed by whoever caught the refusal.
 */
export const regression: Suite = (newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const set = (levels: Partial<RuleLevels>) =>
    newsroom().strapi.config.set('newsroom.rules', { ...DEFAULTS, ...levels });
  afterEach(() => set({}));

  const rows = (where: object): Promise<{ locale: string; publishedAt: unknown; byline: string | null }[]> =>
    newsroom()
      .strapi.db.query(ARTICLE)
      .findMany({ where, orderBy: { id: 'asc' } });
  const published = async (documentId: string): Promise<string[]> =>
    (await rows({ documentId, publishedAt: { $notNull: true } })).map(({ locale }) => locale).sort();
  /** What a caller has of its own transaction after it caught a refusal: the error, and what it wrote beside. */
  const catching = async (publish: () => Promise<unknown>): Promise<{ refused: Error; beside: string }> => {
    const { strapi } = newsroom();
    const written = await strapi.db.transaction(async () => {
      const beside = await documents().create({ data: { title: title() } });
      const refused = await publish().then(
        () => undefined,
        (error: Error) => error,
      );
      return { refused, beside: beside.documentId };
    });
    if (!written.refused) throw new Error('The publication was not refused.');
    expect(await rows({ documentId: written.beside })).toHaveLength(1);
    return { refused: written.refused, beside: written.beside };
  };
  const draft = async (data: object = { kind: 'opinion' }): Promise<string> =>
    (await documents().create({ data: { title: title(), ...data } })).documentId;
  const events = async (run: () => Promise<unknown>): Promise<unknown[]> => {
    const heard: unknown[] = [];
    const listener = (event: unknown): Promise<void> => {
      heard.push(event);
      return Promise.resolve();
    };
    newsroom().strapi.eventHub.on('entry.publish', listener);
    try {
      await run();
      await settled(newsroom());
    } finally {
      newsroom().strapi.eventHub.off('entry.publish', listener);
    }
    return heard;
  };

  describe('publish', () => {
    beforeEach(() => set({ byline: 'block' }));

    it.each<[string, string | string[] | undefined]>([
      ['without a locale', undefined],
      ['of one locale', 'en'],
      ['of all locales', '*'],
      ['of several locales', ['en', 'es']],
    ])('%s', async (_name, locale) => {
      const documentId = await draft();
      await documents().update({ documentId, locale: 'es', data: { title: title() } });
      const heard = await events(async () => {
        const { refused } = await catching(() => documents().publish({ documentId, locale } as never));
        expect(refused.message).toMatch(/needs a byline/);
      });
      expect(heard).toEqual([]);
      expect(await published(documentId)).toEqual([]);
      expect(await rows({ documentId })).toHaveLength(2);
    });

    it('keeps what was out before', async () => {
      const documentId = await draft({ kind: 'opinion', byline: 'Ada' });
      await documents().publish({ documentId });
      await documents().update({ documentId, data: { byline: '' } });
      await catching(() => documents().publish({ documentId }));
      expect(await rows({ documentId, publishedAt: { $notNull: true } })).toEqual([
        expect.objectContaining({ byline: 'Ada' }),
      ]);
    });

    it('in several transactions within each other', async () => {
      const { strapi } = newsroom();
      const documentId = await draft();
      await catching(() => strapi.db.transaction(() => documents().publish({ documentId })));
      expect(await published(documentId)).toEqual([]);
    });

    it('one of many, and the others go out', async () => {
      const [blocked, fine] = [await draft(), await draft({ kind: 'news' })];
      await newsroom().strapi.db.transaction(async () => {
        for (const documentId of [blocked, fine]) {
          await documents()
            .publish({ documentId })
            .catch(() => undefined);
        }
      });
      expect([await published(blocked), await published(fine)]).toEqual([[], ['en']]);
    });
  });

  describe('create and update that publish', () => {
    const create = (data: object) => () =>
      documents().create({ data: { title: title(), ...data }, status: 'published' });
    const update = (documentId: string, data: object, locale?: string) => () =>
      documents().update({ documentId, locale, data: data as never, status: 'published' });

    it('are judged by what is sent, and by what is stored', async () => {
      set({ byline: 'block' });
      const headline = title();
      await catching(create({ title: headline, kind: 'opinion' }));
      expect(await rows({ title: headline })).toEqual([]);

      const documentId = await draft({ kind: 'opinion', byline: 'Ada' });
      await catching(update(documentId, { byline: ' ' }));
      expect(await rows({ documentId })).toEqual([
        expect.objectContaining({ byline: 'Ada', publishedAt: null }),
      ]);
      const news = await draft({ kind: 'news' });
      await catching(update(news, { kind: 'analysis' }));
      expect(await published(news)).toEqual([]);
      await update(documentId, { summary: 'Signed, as it was.' })();
      expect(await published(documentId)).toEqual(['en']);
    });

    it('give a new locale the fields that all share, as Strapi does', async () => {
      set({ byline: 'block' });
      const unsigned = await draft({ kind: 'opinion' });
      await catching(update(unsigned, { title: title() }, 'es'));
      expect(await rows({ documentId: unsigned })).toHaveLength(1);
      const signed = await draft({ kind: 'opinion', byline: 'Ada' });
      // Null is "not sent" to Strapi here: the shared byline is filled in.
      await update(signed, { title: title(), byline: null }, 'es')();
      expect(await published(signed)).toEqual(['es']);
    });

    describe('with relations in each of Strapi’s notations', () => {
      let ticker: Modules.Documents.AnyDocument;
      let tickerId: number;
      let other: string;
      beforeAll(async () => {
        const tickers = newsroom().strapi.documents('api::ticker.ticker');
        const symbol = '6861';
        ticker = await tickers.create({ data: { symbol, mic: 'XTSE', exchange: 'TSX' } });
        tickerId = Number(ticker.id);
        ({ documentId: other } = await tickers.create({ data: { symbol, mic: 'XTKS', exchange: 'TSE' } }));
      });
      afterAll(async () => {
        const tickers = newsroom().strapi.documents('api::ticker.ticker');
        for (const documentId of [ticker.documentId, other]) await tickers.delete({ documentId });
      });

      // “TSE” is Toronto's or Tokyo's: with the ticker linked, the mention is told apart.
      const text = () => body(`Bank (TSE: ${ticker.symbol})`);
      const notations = (): [string, unknown][] => {
        const { documentId } = ticker;
        return [
          ['shorthand', documentId],
          ['a list', [documentId]],
          ['an id', tickerId],
          ['a list of objects', [{ documentId }]],
          ['an object with an id', { id: tickerId }],
          ['set', { set: [documentId] }],
          ['connect', { connect: [{ documentId, position: { end: true } }] }],
          ['connect by id', { connect: [{ id: tickerId }] }],
          ['connect and disconnect', { connect: [documentId], disconnect: [documentId] }],
        ];
      };

      it('that link a ticker', async () => {
        set({ mentions: 'block' });
        await catching(create({ body: text() }));
        for (const [, tickers] of notations()) {
          const { documentId } = await create({ body: text(), tickers })();
          expect(await published(documentId)).toEqual(['en']);
          const other = await draft({ body: text() });
          await update(other, { tickers })();
          expect(await published(other)).toEqual(['en']);
        }
      });

      it.each([
        ['set to nothing', () => ({ set: [] })],
        ['an empty list', () => []],
        ['null', () => null],
        ['disconnect', () => ({ disconnect: [ticker.documentId] })],
        ['disconnect by id', () => ({ disconnect: [{ id: tickerId }] })],
      ])('that unlink it: %s', async (_name, tickers) => {
        set({ mentions: 'block' });
        const documentId = await draft({ body: text(), tickers: [ticker.documentId] });
        await catching(update(documentId, { tickers: tickers() }));
        expect(await published(documentId)).toEqual([]);
        await update(documentId, { tickers: undefined, summary: 'Still linked.' })();
        expect(await published(documentId)).toEqual(['en']);
      });

      it('that choose a disclaimer', async () => {
        set({ 'disclaimer-text': 'block' });
        const disclaimers = newsroom().strapi.documents(DISCLAIMER);
        const { id: row, documentId: chosen } = await disclaimers.create({
          data: {
            name: title(),
            key: `chosen-${process.pid}`,
            text: 'Never published.',
            appliesTo: 'chosen',
          },
        });
        try {
          const id = Number(row);
          const base = await draft({ kind: 'news' });
          // Where nothing is chosen, nothing is refused.
          await update(base, { summary: 'Nothing chosen.' })();
          for (const given of [chosen, [id], { set: [{ id }] }, { connect: [chosen] }]) {
            const documentId = await draft({ kind: 'news' });
            const { refused } = await catching(update(documentId, { disclaimers: given }));
            expect(refused.message).toMatch(/has no published text/);
            expect(await published(documentId)).toEqual([]);
          }
          const documentId = await draft({ kind: 'news', disclaimers: [chosen] });
          await catching(() => documents().publish({ documentId }));
          await update(documentId, { disclaimers: { disconnect: [chosen] } })();
          expect(await published(documentId)).toEqual(['en']);
        } finally {
          await disclaimers.delete({ documentId: chosen, locale: '*' });
        }
      });
    });
  });

  it('and what is found only after the write takes the whole transaction back', async () => {
    const { strapi } = newsroom();
    set({ byline: 'block' });
    const documentId = await draft({ kind: 'opinion', byline: 'Ada' });
    // Another request changes the draft between the judgement and the write.
    let raced = false;
    const race = async (context: { uid: string; action: string }, next: () => Promise<unknown>) => {
      if (context.uid === ARTICLE && context.action === 'publish' && !raced) {
        raced = true;
        await strapi.db.query(ARTICLE).updateMany({ where: { documentId }, data: { byline: null } });
      }
      return next();
    };
    strapi.documents.use(race as never);
    let refused: unknown;
    const beside = title();
    const outer = strapi.db.transaction(async () => {
      await documents().create({ data: { title: beside } });
      await documents()
        .publish({ documentId })
        .catch((error: unknown) => {
          refused = error;
        });
    });
    await expect(outer).rejects.toThrow(/needs a byline/);
    expect([raced, refused]).toEqual([true, expect.objectContaining({ name: 'ValidationError' })]);
    expect(await published(documentId)).toEqual([]);
    expect(await rows({ title: beside })).toEqual([]);
    // The connection is given back: the newsroom goes on.
    const news = await draft({ kind: 'news' });
    await documents().publish({ documentId: news });
    expect(await published(news)).toEqual(['en']);
  });

  it('and a Strapi that commits all the same does not start', async () => {
    const { strapi } = newsroom();
    await requireFailAtCommit(strapi);
    const { transaction } = strapi.db;
    type Run = (given: { trx: object }) => unknown;
    // As if Strapi handed out another object than the one that it commits.
    strapi.db.transaction = ((run: Run) =>
      transaction.call(strapi.db, (({ trx, ...more }: { trx: object }) =>
        run({ ...more, trx: Object.create(trx) as object })) as never)) as never;
    try {
      await expect(requireFailAtCommit(strapi)).rejects.toThrow('does not start');
    } finally {
      strapi.db.transaction = transaction;
    }
    await requireFailAtCommit(strapi);
  });
};
