import {
  ARTICLE,
  body,
  instruments,
  later,
  publishArticle,
  readSnapshots,
  record,
  settled,
  SNAPSHOT,
} from '../../support/articles';
import type { Suite } from '.';

export const lifecycle: Suite = (newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const capture = () => newsroom().strapi.plugin('quote-snapshots').service('capture');
  const listings = () => newsroom().strapi.plugin('quote-snapshots').service('listings');
  const edit = (documentId: string, text: string) =>
    documents().update({ documentId, data: { body: body(text) }, status: 'published' });

  afterEach(() => newsroom().provider.quote('MSFT', { Price: 480, PrevClose: 470 }));

  it('keeps the price at publication when the article is edited, captures new mentions, retires vanished ones', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT) and (NYSE: ORCL)']);
    const [first] = await readSnapshots(newsroom(), documentId);
    newsroom().provider.quote('MSFT', { Price: 999, PrevClose: 470 });
    await edit(documentId, '(NASDAQ: AAPL), then (NASDAQ: MSFT)');
    const after = await readSnapshots(newsroom(), documentId);
    expect(instruments(after)).toEqual(['XNAS:AAPL', 'XNAS:MSFT']);
    expect(after[1]).toMatchObject({
      documentId: first?.documentId,
      price: 480,
      capturedAt: first?.capturedAt,
    });
    const rows = await record(newsroom(), documentId);
    expect(rows.map(({ instrument, current, state }) => [instrument, current, state])).toEqual([
      ['XNAS:MSFT', true, 'captured'],
      ['XNYS:ORCL', false, 'captured'],
      ['XNAS:AAPL', true, 'captured'],
    ]);
  });

  it('captures anew what comes back after having vanished', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await edit(documentId, 'Nothing.');
    expect(await readSnapshots(newsroom(), documentId)).toEqual([]);
    newsroom().provider.quote('MSFT', { Price: 999, PrevClose: 470 });
    // The desk's cache is seconds old at most: the figure is of this minute either way.
    await edit(documentId, '(NASDAQ: MSFT)');
    expect((await record(newsroom(), documentId)).map(({ current }) => current)).toEqual([false, true]);
  });

  it('keeps everything when unpublished and published again', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const before = await readSnapshots(newsroom(), documentId);
    await documents().unpublish({ documentId });
    await newsroom().http().get(`/api/articles/${documentId}`).expect(404);
    await documents().publish({ documentId });
    const unchanged = before.map((snapshot) => ({ ...snapshot, updatedAt: expect.any(String) }));
    expect(await readSnapshots(newsroom(), documentId)).toEqual(unchanged);
  });

  it('is untouched by discarding a draft', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const before = await readSnapshots(newsroom(), documentId);
    await documents().update({ documentId, data: { body: body('(NYSE: ORCL)') } });
    await documents().discardDraft({ documentId });
    expect(await readSnapshots(newsroom(), documentId)).toEqual(before);
  });

  it('does not follow a clone', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const clone = (await documents().clone({ documentId }))!.documentId;
    expect(await record(newsroom(), clone)).toEqual([]);
    await documents().publish({ documentId: clone });
    expect(instruments(await readSnapshots(newsroom(), clone))).toEqual(['XNAS:MSFT']);
  });

  it('outlives its article in the record, of which visitors are told nothing any more', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await documents().delete({ documentId });
    const answer = await newsroom()
      .http()
      .get(`/api/quote-snapshots?filters[relatedDocumentId][$eq]=${documentId}`)
      .expect(200);
    expect([answer.body.data, answer.body.meta.pagination.total]).toEqual([[], 0]);
    expect(await record(newsroom(), documentId)).toEqual([
      expect.objectContaining({ instrument: 'XNAS:MSFT', price: 480, current: false }),
    ]);
  });

  it('loses one locale when that translation is deleted, and no other', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await documents().update({
      documentId,
      locale: 'es',
      data: { title: 'Hola', body: body('(NYSE: ORCL)') },
      status: 'published',
    });
    await documents().delete({ documentId, locale: 'es' });
    const rows = await record(newsroom(), documentId);
    expect(rows.map(({ relatedLocale, current }) => [relatedLocale, current])).toEqual([
      ['en', true],
      ['es', false],
    ]);
  });

  it('is one per document, locale and instrument, however many publish at once', async () => {
    const documentId = await publishArticle(newsroom(), ['Nothing.']);
    await documents().update({ documentId, data: { body: body('(NASDAQ: MSFT) and (NYSE: ORCL)') } });
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => documents().publish({ documentId })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await settled(newsroom());
    const current = (await record(newsroom(), documentId)).filter((row) => row.current);
    expect(instruments(current)).toEqual(['XNAS:MSFT', 'XNYS:ORCL']);
  });

  it('cannot be doubled, even by writing to the database', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const [row] = await newsroom()
      .strapi.db.query(SNAPSHOT)
      .findMany({ where: { relatedDocumentId: documentId } });
    const { id: _id, ...copy } = row;
    await expect(
      newsroom()
        .strapi.db.query(SNAPSHOT)
        .create({ data: { ...copy, documentId: 'another' } }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
  });

  it('is captured again by a deliberate act, which supersedes the old row', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: TSLA)']);
    const [old] = await readSnapshots(newsroom(), documentId);
    const replacement: string = await capture().recapture(old?.documentId, 'typo in the price');
    const [fresh] = await readSnapshots(newsroom(), documentId);
    expect(fresh).toMatchObject({ documentId: replacement, state: 'captured', price: 483.37 });
    expect(await record(newsroom(), documentId)).toEqual([
      expect.objectContaining({
        documentId: old?.documentId,
        current: false,
        price: old?.price,
        state: 'captured',
      }),
      expect.objectContaining({ documentId: replacement, current: true }),
    ]);
    await expect(capture().recapture(old?.documentId, 'again')).rejects.toThrow('not current');
    await expect(capture().recapture(replacement, ' ')).rejects.toThrow('reason is empty');
  });

  it('keeps its figures when voided, with the reason, and stays void when the article is published again', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    const [snapshot] = await readSnapshots(newsroom(), documentId);
    await capture().void(snapshot?.documentId, 'wrong share class');
    await edit(documentId, 'Again: (NASDAQ: MSFT)');
    expect(await readSnapshots(newsroom(), documentId)).toEqual([
      expect.objectContaining({
        documentId: snapshot?.documentId,
        state: 'voided',
        price: 480,
        reason: 'wrong share class',
      }),
    ]);
  });

  it('never changes once captured, whatever is written at it', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await settled(newsroom());
    const [before] = await record(newsroom(), documentId);
    await later(newsroom());
    const act = newsroom().strapi.documents(SNAPSHOT);
    const id = before?.documentId ?? '';
    await expect(act.update({ documentId: id, data: { price: 1 } })).rejects.toThrow('record');
    await expect(act.delete({ documentId: id })).rejects.toThrow('record');
    await expect(act.create({ data: { instrument: 'XNAS:FAKE', state: 'captured' } })).rejects.toThrow(
      'record',
    );
    expect(await record(newsroom(), documentId)).toEqual([before]);
  });

  it('is told beforehand: what publishing a draft would capture, keep and retire', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT) and (NYSE: ORCL)']);
    await settled(newsroom());
    const before = await record(newsroom(), documentId);
    const preview = await listings().preview({
      model: newsroom().strapi.contentType(ARTICLE),
      documentId,
      locale: 'en',
      entry: { title: 'Draft', body: body('(NASDAQ: MSFT), (NASDAQ: AMD) and (TSE: ZZZ)') },
      linkedTickers: [],
    });
    const acts = preview.wanted.map(({ instrument, act }: { instrument: string; act: string }) => [
      instrument,
      act,
    ]);
    expect(acts).toEqual([
      ['XNAS:MSFT', 'keep'],
      ['XNAS:AMD', 'capture'],
    ]);
    expect(preview.unresolved).toEqual([expect.objectContaining({ symbol: 'ZZZ', exchange: 'TSE' })]);
    expect(instruments(preview.retired)).toEqual(['XNYS:ORCL']);
    expect(await record(newsroom(), documentId)).toEqual(before);
  });
};
