import { ARTICLE, publishArticle, title } from '../../../support/articles';
import { admin, draft, COMPANY, TICKER, type AdminApi } from './asking';

/** What publishing a draft would do, as the panel asks. */
export const previewOfADraft = ({ newsroom, people }: AdminApi): void => {
  it('tells what an article that was never saved would capture, and what is ambiguous, with choices', async () => {
    const { body: answer } = await admin(newsroom())
      .post('/preview', draft('(NASDAQ: MSFT) and (TSE: 9984)'))
      .expect(200);
    expect(answer.data.instruments).toEqual([
      expect.objectContaining({ instrument: 'XNAS:MSFT', act: 'capture', snapshot: null }),
    ]);
    expect(answer.data.mentions).toEqual([
      { symbol: 'MSFT', exchange: 'NASDAQ' },
      { symbol: '9984', exchange: 'TSE' },
    ]);
    expect(answer.data.ambiguous).toEqual([expect.objectContaining({ symbol: '9984', exchange: 'TSE' })]);
    expect(answer.data.ambiguous[0].choices.map((one: { instrument: string }) => one.instrument)).toEqual([
      'XTKS:9984',
      'XTSE:9984',
    ]);
    expect(answer.meta).toEqual({ tickersAttribute: 'tickers', hasTickers: true, mayAddTickers: true });
  });

  it('settles an ambiguous mention by the ticker that the form links, before anything is saved', async () => {
    const { strapi } = newsroom();
    const ticker = await strapi.documents(TICKER).create({ data: { symbol: '6758', mic: 'XTKS' } });
    const rival = await strapi.documents(TICKER).create({ data: { symbol: '6758', mic: 'XTSE' } });
    const open = await admin(newsroom()).post('/preview', draft('(TSE: 6758)')).expect(200);
    expect(open.body.data.ambiguous).toHaveLength(1);
    const { body: answer } = await admin(newsroom())
      .post('/preview', draft('(TSE: 6758)', { connect: [ticker.documentId] }))
      .expect(200);
    expect(answer.data.ambiguous).toEqual([]);
    expect(answer.data.instruments).toEqual([
      expect.objectContaining({
        instrument: 'XTKS:6758',
        ticker: { id: ticker.id, documentId: ticker.documentId },
      }),
    ]);
    await strapi.documents(TICKER).delete({ documentId: rival.documentId });
  });

  it('counts saved links, but for those that the form takes away', async () => {
    const { strapi } = newsroom();
    const ticker = await strapi.documents(TICKER).create({ data: { symbol: 'ADDED', mic: 'XNYS' } });
    const article = await strapi
      .documents(ARTICLE)
      .create({ data: { title: title(), tickers: [ticker.documentId] } });
    const saved = { documentId: article.documentId };
    const before = await admin(newsroom()).post('/preview', draft('', saved)).expect(200);
    expect(before.body.data.instruments).toHaveLength(1);
    const after = await admin(newsroom())
      .post('/preview', draft('', { ...saved, disconnect: [ticker.documentId] }))
      .expect(200);
    expect(after.body.data.instruments).toEqual([]);
  });

  it('shows what a published article keeps and what it would retire', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT) and (NYSE: ORCL)']);
    const { body: answer } = await admin(newsroom())
      .post('/preview', draft('(NASDAQ: MSFT)', { documentId }))
      .expect(200);
    expect(answer.data.instruments).toEqual([
      expect.objectContaining({ act: 'keep', snapshot: expect.objectContaining({ price: 480 }) }),
    ]);
    expect(answer.data.retired).toEqual([expect.objectContaining({ instrument: 'XNYS:ORCL' })]);
  });

  it('suggests listings of companies that the text names without one, and captures none of them', async () => {
    const { strapi } = newsroom();
    const company = await strapi.documents(COMPANY).create({
      data: { name: 'Quillmark Robotics plc', legalName: 'QMR Holdings', aliases: 'Quillbots\nThe Q' },
    });
    await strapi
      .documents(TICKER)
      .create({ data: { symbol: 'QUILZ', mic: 'XNYS', exchange: 'NYSE', company: company.documentId } });
    const ask = async (text: string, token?: string) =>
      (await admin(newsroom(), token).post('/preview', draft(text)).expect(200)).body.data;
    const text = 'Shares: Quillmark Robotics rose. The Quillbots, and Quillmark Robotics again.';
    const found = await ask(text);
    expect(found.instruments).toEqual([]);
    expect(found.suggestions).toEqual([
      {
        field: 'body',
        // The blank line before a block is part of the field's text.
        start: 2 + text.indexOf('Quillmark'),
        end: 2 + text.indexOf(' rose'),
        text: 'Quillmark Robotics',
        listings: [
          {
            instrument: 'XNYS:QUILZ',
            symbol: 'QUILZ',
            exchange: 'NYSE',
            name: null,
            insert: ' (NYSE: QUILZ)',
          },
        ],
      },
    ]);
    expect((await ask('The Quillbots')).suggestions).toHaveLength(1);
    expect((await ask('Quillmark Robotics (NYSE: QUILZ) and Quillbots')).suggestions).toEqual([]);
    // Whoever reads no companies learns none.
    expect((await ask(text, people().reader.token)).suggestions).toEqual([]);
    // Names are read again once a company has changed since.
    newsroom().clock.advance(1);
    await strapi.documents(COMPANY).update({ documentId: company.documentId, data: { aliases: 'Inkbots' } });
    expect((await ask('Inkbots')).suggestions).toHaveLength(1);
    expect((await ask('The Quillbots')).suggestions).toEqual([]);
  });

  it('takes a translation that was never saved', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const { body: answer } = await admin(newsroom())
      .post('/preview', draft('(NYSE: ORCL)', { documentId, locale: 'fr' }))
      .expect(200);
    expect(answer.data.instruments).toEqual([
      expect.objectContaining({ instrument: 'XNYS:ORCL', act: 'capture' }),
    ]);
  });

  it.each([
    ['a body of no shape', { model: ARTICLE, entry: 'text' }, 400, 'entry'],
    ['a type that has not opted in', { ...draft(''), model: COMPANY }, 404, COMPANY],
    ['a type that is none', { ...draft(''), model: 'api::nothing.nothing' }, 404, 'api::nothing.nothing'],
  ])('refuses %s', async (_what, sent, status, named) => {
    const { body: answer } = await admin(newsroom()).post('/preview', sent).expect(status);
    expect(answer.error.message).toContain(named);
  });
};
