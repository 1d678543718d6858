import { createAdminUser, mayWith } from '../../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../../support/articles';
import { readText } from '../../support/site';
import type { Suite } from '.';

/** Strapi's Preview button, and the page that it opens. */
export const preview: Suite = (newsroom) => {
  const addressFor = async (
    documentId: string,
    status: 'draft' | 'published' = 'draft',
    token = newsroom().adminToken,
  ): Promise<string | undefined> => {
    const answer = await newsroom()
      .http()
      .get(`/content-manager/preview/url/${ARTICLE}`)
      .query({ documentId, status, locale: 'en' })
      .set('Authorization', `Bearer ${token}`);
    return answer.body?.data?.url;
  };
  const open = (address: string | undefined) =>
    newsroom()
      .http()
      .get(address ?? '/nowhere');

  it('shows a published article with its quotes, the box with its notice, and what must be credited', async () => {
    const { strapi } = newsroom();
    const ticker = await strapi
      .documents('api::ticker.ticker')
      .create({ data: { symbol: 'BAC', mic: 'XNYS', featured: true } });
    const documentId = await publishArticle(newsroom(), ['Microsoft (NASDAQ: MSFT) rose.'], {
      title: 'Shown to readers',
    });
    const { text, headers } = await open(await addressFor(documentId, 'published')).expect(200);
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('<h1 dir="auto">Shown to readers</h1>');
    expect(readText(text)).toContain('(NASDAQ: MSFT) $480.00 ▲ +2.13% rose.');
    expect(text).toContain('$54.26');
    expect(text).toContain('Quotes delayed at least 20 minutes.');
    expect(readText(text)).toContain('At publication MSFT');
    expect(text).not.toContain('Draft:');
    await strapi.documents('api::ticker.ticker').delete({ documentId: ticker.documentId });
  });

  it('shows the draft, and what publishing it will quote', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { body: body('Now (NYSE: ORCL), still (NASDAQ: MSFT).') } });
    const { text } = await open(await addressFor(documentId)).expect(200);
    expect(text).toContain('Draft:');
    expect(text).toContain('(NYSE: ORCL) <span class="quote none">quote at publication</span>');
    expect(readText(text)).toContain('(NASDAQ: MSFT) $480.00 ▲ +2.13%');
  });

  it('calls no draft what readers see already, until it is saved or unpublished', async () => {
    const documentId = await publishArticle(newsroom(), ['Words.']);
    const shown = async () => (await open(await addressFor(documentId)).expect(200)).text;
    expect(await shown()).not.toContain('Draft:');
    newsroom().clock.advance(1_000);
    await newsroom()
      .strapi.documents(ARTICLE)
      .update({ documentId, data: { coverCredit: 'A photographer' } });
    expect(await shown()).toContain('Draft:');
    await newsroom().strapi.documents(ARTICLE).publish({ documentId });
    expect(await shown()).not.toContain('Draft:');
    await newsroom().strapi.documents(ARTICLE).unpublish({ documentId });
    expect(await shown()).toContain('Draft:');
  });

  it('shows the disclaimers that apply', async () => {
    const { strapi } = newsroom();
    const disclaimer = (key: string, appliesTo: 'every-article' | 'articles-with-quotes' | 'chosen') =>
      strapi
        .documents('api::disclaimer.disclaimer')
        .create({ data: { name: key, key, text: `Text of ${key}.`, appliesTo }, status: 'published' });
    await disclaimer('preview-every', 'every-article');
    await disclaimer('preview-quotes', 'articles-with-quotes');
    const chosen = await disclaimer('preview-chosen', 'chosen');
    const plain = await publishArticle(newsroom(), ['Nothing named.']);
    const quoted = await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], {
      disclaimers: [chosen.documentId],
    });
    const textsOf = async (documentId: string): Promise<string[]> => {
      const { text } = await open(await addressFor(documentId, 'published')).expect(200);
      return [...text.matchAll(/Text of (preview-\w+)\./g)].map(([, key]) => key ?? '').sort();
    };
    expect(await textsOf(plain)).toEqual(['preview-every']);
    expect(await textsOf(quoted)).toEqual(['preview-chosen', 'preview-every', 'preview-quotes']);

    // What is out keeps its words; a draft shows what publishing it now would give it.
    const general = strapi.documents('api::disclaimer.disclaimer');
    const every = await general.findFirst({ filters: { key: 'preview-every' } });
    const data = { text: 'Text of preview-reworded.' };
    await general.update({ documentId: every?.documentId ?? '', data, status: 'published' });
    expect(await textsOf(plain)).toEqual(['preview-every']);
    const draft = await open(await addressFor(plain)).expect(200);
    expect(draft.text).toContain('Text of preview-reworded.');
  });

  it('runs no script, whatever the article holds, and is framed by nobody else', async () => {
    const documentId = await publishArticle(newsroom(), ['<script>alert(1)</script>'], {
      title: `<script>alert(2)</script> ${title()}`,
    });
    const { text, headers } = await open(await addressFor(documentId, 'published')).expect(200);
    expect(text).not.toContain('<script');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe-inline');
  });

  it('shows nothing to those without a link of this newsroom, or for another article than the link is for', async () => {
    const documentId = await publishArticle(newsroom(), ['Secret']);
    const other = await publishArticle(newsroom(), ['Other']);
    await open('/preview').expect(403);
    await open(
      `/preview?documentId=${documentId}&locale=en&status=draft&expires=9999999999999&signature=x`,
    ).expect(403);
    const address = (await addressFor(documentId)) ?? '';
    const { text } = await open(address.replace(documentId, other)).expect(403);
    expect(text).not.toContain('Other');
    await open(address.replace('status=draft', 'status=published')).expect(403);
  });

  it('gives no link to a user who may not read the article, nor for a type without a page', async () => {
    const documentId = await publishArticle(newsroom(), ['Not for all']);
    const { strapi } = newsroom();
    const stranger = await createAdminUser(strapi, 'preview-stranger', []);
    const owner = await createAdminUser(
      strapi,
      'preview-owner',
      mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']),
    );
    expect(await addressFor(documentId, 'draft', stranger.token)).toBeUndefined();
    expect(await addressFor(documentId, 'draft', owner.token)).toBeUndefined();
    const company = await newsroom()
      .http()
      .get('/content-manager/preview/url/api::company.company')
      .query({ documentId, status: 'published' })
      .set('Authorization', `Bearer ${newsroom().adminToken}`);
    expect(company.status).toBe(204);
  });

  it('says so where the article is gone', async () => {
    const documentId = await publishArticle(newsroom(), ['Soon gone']);
    const address = await addressFor(documentId, 'published');
    await newsroom().strapi.documents(ARTICLE).delete({ documentId });
    await open(address).expect(404);
  });
};
