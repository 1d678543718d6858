import {
  ARTICLE,
  body,
  publishArticle,
  readSnapshots,
  record,
  settled,
  SNAPSHOT,
  title,
} from '../../support/articles';
import type { Suite } from '.';

/** What readers are told, in each language: the provider does not know the listing. */
const UNKNOWN = {
  en: 'The quote provider does not know this listing.',
  de: 'Der Kursanbieter kennt dieses Wertpapier nicht.',
  fr: 'Le fournisseur de cours ne connaît pas cette valeur.',
  es: 'El proveedor de cotizaciones no conoce este valor.',
} as const;

/** Reasons are stored as codes, and worded when they are shown. */
export const reasons: Suite = (newsroom) => {
  const publishIn = async (locale: string): Promise<string> => {
    const documents = newsroom().strapi.documents(ARTICLE);
    const data = { title: title(), body: body('(NASDAQ: NOSUX)') };
    const { documentId } = await documents.create({ data, locale, status: 'published' });
    await settled(newsroom());
    return documentId;
  };
  const get = async (path: string, headers: Record<string, string> = {}) =>
    (await newsroom().http().get(path).set(headers).expect(200)).body.data;
  const query = async (text: string) => {
    const { body: answer } = await newsroom().http().post('/graphql').send({ query: text }).expect(200);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };

  it('are stored as a code with parameters, without words', async () => {
    const documentId = await publishIn('de');
    const stored = await newsroom()
      .strapi.db.query(SNAPSHOT)
      .findOne({ where: { relatedDocumentId: documentId } });
    expect(stored).toMatchObject({ reason: null, reasonCode: 'unknown-instrument', reasonParams: {} });
  });

  it.each(Object.entries(UNKNOWN))('are in the language of a document in “%s”', async (locale, words) => {
    const documentId = await publishIn(locale);
    const expected = [{ reasonCode: 'unknown-instrument', reason: words }];
    expect(await readSnapshots(newsroom(), documentId, locale)).toMatchObject(expected);
    const filter = `filters[relatedDocumentId]=${documentId}`;
    const found = await get(`/api/quote-snapshots?${filter}`);
    expect(found).toMatchObject(expected);
    expect(await get(`/api/quote-snapshots/${found[0].documentId}`)).toMatchObject(expected[0] ?? {});
    // A caller who wants one field is told as much.
    expect(await get(`/api/quote-snapshots?${filter}&fields=reason`)).toMatchObject([{ reason: words }]);
    const [article] = await get(
      `/api/articles?locale=${locale}&filters[documentId]=${documentId}&populate[quoteSnapshots][fields]=reason`,
    );
    expect(article.quoteSnapshots).toMatchObject([{ reason: words }]);
    const answer = await query(`{
      quoteSnapshots(filters: { relatedDocumentId: { eq: "${documentId}" } }) { reason reasonCode reasonParams }
      article(documentId: "${documentId}", locale: "${locale}") { quoteSnapshots { reason } }
    }`);
    expect(answer.quoteSnapshots).toEqual([
      { reason: words, reasonCode: 'unknown-instrument', reasonParams: {} },
    ]);
    expect(answer.article.quoteSnapshots).toEqual([{ reason: words }]);
  });

  it('are in the language that a caller asks for, whatever that of the document is', async () => {
    const documentId = await publishIn('de');
    const filter = `filters[relatedDocumentId]=${documentId}`;
    for (const [locale, words] of Object.entries(UNKNOWN)) {
      const [found] = await get(`/api/quote-snapshots?${filter}&locale=${locale}`);
      expect(found.reason).toBe(words);
      expect(await get(`/api/quote-snapshots/${found.documentId}?locale=${locale}`)).toMatchObject({
        reason: words,
      });
      const answer = await query(`{
        quoteSnapshots(filters: { relatedDocumentId: { eq: "${documentId}" } }, locale: "${locale}") { reason }
        quoteSnapshot(documentId: "${found.documentId}", locale: "${locale}") { reason }
      }`);
      expect(answer).toEqual({ quoteSnapshots: [{ reason: words }], quoteSnapshot: { reason: words } });
    }
  });

  it('are never in the language of the Accept-Language header', async () => {
    const documentId = await publishIn('en');
    const found = await get(`/api/quote-snapshots?filters[relatedDocumentId]=${documentId}`, {
      'accept-language': 'de',
    });
    expect(found).toMatchObject([{ reason: UNKNOWN.en }]);
  });

  it('of versions before keep their words, in every language', async () => {
    const documentId = await publishIn('de');
    const old = 'The provider does not know XNAS:NOSUX.';
    await newsroom()
      .strapi.db.query(SNAPSHOT)
      .updateMany({
        where: { relatedDocumentId: documentId },
        data: { reason: old, reasonCode: null, reasonParams: null },
      });
    for (const locale of ['', '&locale=fr'])
      expect(
        await get(`/api/quote-snapshots?filters[relatedDocumentId]=${documentId}${locale}`),
      ).toMatchObject([{ reason: old, reasonCode: null, reasonParams: null }]);
  });

  it('have a person’s words where a person gave them', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await settled(newsroom());
    const [row] = await record(newsroom(), documentId);
    const capture = newsroom().strapi.plugin('quote-snapshots').service('capture');
    await capture.void(row?.documentId, 'Trading was halted.');
    expect(await get(`/api/quote-snapshots/${row?.documentId}?locale=de`)).toMatchObject({
      state: 'voided',
      reason: 'Trading was halted.',
      reasonCode: null,
    });
  });
};
