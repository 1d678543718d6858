import { adminToken } from '../../attack/attackers';
import { ARTICLE, body, publishArticle, record, settled, title } from '../../support/articles';
import { actNames, draftArticle, inMs, MINUTE_MS, storedTimes } from '../../support/article-times';
import { callTool } from '../../support/mcp';
import type { Suite } from '.';

type Row = Record<string, unknown>;

/** What agents may ask of quotes, over Strapi's own MCP server, by the permissions of their token. */
export const mcpTools: Suite = (newsroom) => {
  let editor = '';
  let reporter = '';
  beforeAll(async () => {
    const { strapi, provider } = newsroom();
    provider.quote('MCPA', { Price: 10, PrevClose: 9 });
    editor = await adminToken(strapi, 'newsroom-editor');
    reporter = await adminToken(strapi, 'newsroom-reporter');
  });
  const ask = async (token: string, name: string, args: object): Promise<Row[]> => {
    const answer = await callTool(newsroom(), token, name, args);
    expect([answer.isError ?? false, answer.content?.[0]?.text]).toEqual([false, expect.any(String)]);
    expect(JSON.parse(answer.content?.[0]?.text ?? '')).toEqual(answer.structuredContent);
    return (answer.structuredContent as { data: Row[] }).data;
  };
  const refusal = async (token: string, name: string, args: object): Promise<string> => {
    const { isError, content } = await callTool(newsroom(), token, name, args);
    expect(isError).toBe(true);
    return content?.[0]?.text ?? '';
  };

  it('finds the mentions in a text', async () => {
    const text = 'Microsoft (NASDAQ: MSFT) and a bank (TSE: RY).';
    expect(await ask(editor, 'quotes_find_mentions', { text })).toMatchObject([
      { symbol: 'MSFT', mic: 'XNAS', start: text.indexOf('MSFT') },
      { symbol: 'RY', mic: null, candidates: ['XTKS', 'XTSE'] },
    ]);
    expect(await refusal(editor, 'quotes_find_mentions', { text: '' })).toBeTruthy();
  });

  it('previews what publishing would do, and writes nothing', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MCPA)']);
    await settled(newsroom());
    const before = await record(newsroom(), documentId);
    const values = { body: body('(NASDAQ: MCPA), (NYSE: ORCL) and (TSE: RY)') };
    const asked = { type: ARTICLE, documentId, locale: 'en', values };
    expect(await ask(editor, 'quotes_preview', asked)).toMatchObject([
      { instrument: 'XNAS:MCPA', act: 'keep' },
      { instrument: 'XNYS:ORCL', act: 'capture' },
      { instrument: null, symbol: 'RY', act: 'leave out', reason: expect.stringContaining('Tokyo or TSX') },
    ]);
    expect(await record(newsroom(), documentId)).toEqual(before);
  });

  it('reads the snapshots of a document, and searches the record', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MCPA) and (NASDAQ: NOSUX)']);
    await settled(newsroom());
    expect(await ask(editor, 'quotes_read_snapshots', { type: ARTICLE, documentId })).toMatchObject([
      { instrument: 'XNAS:MCPA', price: 10, state: 'captured', attribution: expect.any(String) },
      { instrument: 'XNAS:NOSUX', price: null, reason: 'The quote provider does not know this listing.' },
    ]);
    const found = await ask(editor, 'quotes_search_record', { instrument: 'XNAS:NOSUX', current: true });
    expect(found).toContainEqual(
      expect.objectContaining({ relatedDocumentId: documentId, state: 'unavailable', type: ARTICLE }),
    );
    expect(found.every(({ instrument }) => instrument === 'XNAS:NOSUX')).toBe(true);
    expect(
      await ask(editor, 'quotes_search_record', {
        instrument: 'XNAS:NOSUX',
        publishedBefore: '2000-01-01T00:00:00Z',
      }),
    ).toEqual([]);
  });

  it('shows nobody the documents that they may not read', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MCPA)']);
    await settled(newsroom());
    // Unpublished, it is somebody else's draft, which a reporter may not read.
    await strapi.documents(ARTICLE).unpublish({ documentId });
    await strapi
      .documents(ARTICLE)
      .update({ documentId, data: { title: title(), body: body('(NASDAQ: MCPA)') } });
    const place = { type: ARTICLE, documentId };
    expect(await refusal(reporter, 'quotes_read_snapshots', place)).toContain('that you may read');
    expect(await refusal(reporter, 'quotes_preview', { ...place, values: {} })).toContain(
      'that you may read',
    );
    const seen = async (token: string) =>
      (await ask(token, 'quotes_search_record', { instrument: 'XNAS:MCPA' })).map(
        (row) => row.relatedDocumentId,
      );
    expect(await seen(editor)).toContain(documentId);
    expect(await seen(reporter)).not.toContain(documentId);
  });

  it('names no type that has no snapshots, and no instrument that is none', async () => {
    expect(
      await refusal(editor, 'quotes_read_snapshots', { type: 'admin::user', documentId: '1' }),
    ).toContain('not a content type with quote snapshots');
    expect(await refusal(editor, 'quotes_search_record', { instrument: 'MSFT' })).toContain(
      'is not an instrument',
    );
  });

  it('is not shown to a token without the right to see quotes', async () => {
    const { strapi } = newsroom();
    const role = await strapi.service('admin::role').create({ name: 'agent-without', description: '' });
    const code: { code: string } = await strapi.db.query('admin::role').findOne({ where: { id: role.id } });
    const token = await adminToken(strapi, code.code);
    await expect(callTool(newsroom(), token, 'quotes_find_mentions', { text: 'x' })).rejects.toThrow();
  });

  it('an instant of publication is a proposal where the token may not publish', async () => {
    const { strapi } = newsroom();
    const publishAt = (await inMs(newsroom(), 60 * MINUTE_MS)).toISOString();
    const make = async (token: string): Promise<string> => {
      const data = { title: title(), publishAt };
      const answer = await callTool(newsroom(), token, 'create_article', { data });
      expect([answer.isError ?? false, answer.content?.[0]?.text]).toEqual([false, expect.any(String)]);
      const made = await strapi.db.query(ARTICLE).findOne({ where: { title: data.title } });
      return made?.documentId ?? '';
    };
    const proposed = await make(reporter);
    expect(await storedTimes(newsroom(), proposed)).toMatchObject({
      publishAt: null,
      proposedPublishAt: publishAt,
    });
    const scheduled = await make(editor);
    expect(await storedTimes(newsroom(), scheduled)).toMatchObject({ publishAt, proposedPublishAt: null });
    await strapi.db.query(ARTICLE).deleteMany({ where: { documentId: { $in: [proposed, scheduled] } } });
  });

  it('an update sets the times by the same rules, and says so where it does not', async () => {
    const { strapi } = newsroom();
    const inMinutes = async (minutes: number) => (await inMs(newsroom(), minutes * MINUTE_MS)).toISOString();
    const documentId = await draftArticle(newsroom(), { summary: 'Kept.' });
    // Strapi's tool wants every required attribute again, and says so.
    const update = (data: object) =>
      callTool(newsroom(), editor, 'update_article', { documentId, data: { title: 'Timed', ...data } });
    const publishAt = await inMinutes(60);
    const bare = await callTool(newsroom(), editor, 'update_article', { documentId, data: { publishAt } });
    expect([bare.isError, bare.content?.[0]?.text]).toEqual([true, expect.stringContaining('title')]);
    const later = await inMinutes(90);
    for (const [sent, stored] of [
      [publishAt, { publishAt, proposedPublishAt: null }],
      [await inMinutes(-1), /instant to come/],
      ['tomorrow', /with its zone/],
      [later, { publishAt: later }],
      // The tool takes no null.
      ['', { publishAt: null }],
    ] as const) {
      const { isError, content } = await update({ publishAt: sent });
      const text = expect.stringMatching(stored instanceof RegExp ? stored : documentId);
      expect([isError ?? false, content?.[0]?.text]).toEqual([stored instanceof RegExp, text]);
      if (!(stored instanceof RegExp)) {
        expect(await storedTimes(newsroom(), documentId)).toMatchObject(stored);
      }
    }
    expect(await actNames(newsroom(), documentId)).toEqual([
      'scheduled',
      'schedule-moved',
      'schedule-cancelled',
    ]);
    expect(await strapi.documents(ARTICLE).findOne({ documentId })).toMatchObject({ summary: 'Kept.' });
    await strapi.db.query(ARTICLE).deleteMany({ where: { documentId } });
  });

  it('what is scheduled is frozen for agents too, where SCHEDULE_FREEZES says so', async () => {
    const { strapi } = newsroom();
    const publishAt = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { summary: 'Kept.', publishAt });
    strapi.config.set('newsroom.schedule.freezes', true);
    for (const [name, args] of [
      ['newsroom_write_article', { documentId, summary: 'Late.' }],
      ['update_article', { documentId, data: { title: 'Late.' } }],
    ] as const) {
      expect(await refusal(editor, name, args)).toContain('frozen until then');
    }
    strapi.config.set('newsroom.schedule.freezes', false);
    expect(await strapi.documents(ARTICLE).findOne({ documentId })).toMatchObject({ summary: 'Kept.' });
    await strapi.db.query(ARTICLE).deleteMany({ where: { documentId } });
  });
};
