import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';
import { withoutPublicPermission } from '../../support/public-permission';

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** The picture that social networks show of an article. */
export const socialPicture: Suite = (newsroom) => {
  const get = (documentId: string, locale = 'en') =>
    newsroom()
      .http()
      .get(`/social/${locale}/${documentId}.png`)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      });

  it('is a PNG of 1200 by 630 pixels, which the page names with its size', async () => {
    const documentId = await publishArticle(newsroom(), ['Microsoft (NASDAQ: MSFT) rose.'], {
      slug: 'drawn',
    });
    const { headers, body: png } = await get(documentId).expect(200);
    expect(headers['content-type']).toBe('image/png');
    expect(png.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
    // The header chunk: https://www.w3.org/TR/png-3/#11IHDR
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_200, 630]);
    expect(png.length).toBeLessThan(300_000);
    const page = await newsroom().http().get('/articles/drawn').expect(200);
    expect(page.text).toMatch(
      new RegExp(`property="og:image" content="[^"]+/social/en/${documentId}\\.png"`),
    );
    expect(page.text).toContain('property="og:image:width" content="1200"');
    expect(page.text).toContain('property="og:image:height" content="630"');
  });

  it('is conditional, and another one when headline or quotes change', async () => {
    const documentId = await publishArticle(newsroom(), ['Microsoft (NASDAQ: MSFT) rose.']);
    const { etag = '' } = (await get(documentId).expect(200)).headers;
    await get(documentId).set('if-none-match', etag).expect(304);
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { title: title() }, status: 'published' });
    const renamed = await get(documentId).set('if-none-match', etag).expect(200);
    const [snapshot] = await newsroom()
      .strapi.db.query('plugin::quote-snapshots.quote-snapshot')
      .findMany({ where: { relatedDocumentId: documentId, current: true } });
    await newsroom().strapi.plugin('quote-snapshots').service('capture').void(snapshot.documentId, 'Wrong.');
    const voided = await get(documentId)
      .set('if-none-match', renamed.headers.etag ?? '')
      .expect(200);
    expect(Buffer.compare(voided.body, renamed.body)).not.toBe(0);
  });

  it('is not there for a draft, for words of a draft, in another locale or where articles are not public', async () => {
    const articles = newsroom().strapi.documents(ARTICLE);
    const draft = await articles.create({ data: { title: title(), body: body('Draft') } });
    await get(draft.documentId).expect(404);
    const documentId = await publishArticle(newsroom(), ['Out']);
    const { etag } = (await get(documentId).expect(200)).headers;
    await articles.update({ documentId, data: { title: 'Words of a draft' } });
    expect((await get(documentId).expect(200)).headers.etag).toBe(etag);
    await get(documentId, 'fr').expect(404);
    await get(documentId, 'xx').expect(404);
    await withoutPublicPermission(newsroom(), 'api::article.article.find', async () => {
      await get(documentId).expect(404);
    });
    await articles.unpublish({ documentId, locale: 'en' });
    await get(documentId).expect(404);
  });
};
