import { ARTICLE, body } from '../../../support/articles';
import type { Suite } from '../../../support/describe-newsroom';
import { openPage, readText } from '../../../support/site';
import { publishPage, withGorsewell } from './gorsewell';

/** Stands in what is not published, and nowhere else. */
const HIDDEN = 'Thornwickmoor';

/** What the site does not show. */
export const unpublished: Suite = (newsroom) => {
  const gorsewell = withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);
  const publish = (texts: string[], data?: Record<string, unknown>) => publishPage(newsroom(), texts, data);

  it('shows nothing that is not published: not on its page, in lists, related news or search', async () => {
    const { strapi } = newsroom();
    const data = { companies: [gorsewell().company], tickers: [gorsewell().ticker] };
    const shown = await publish(['Shown (LSE: RIO).'], data);
    const draft = await strapi
      .documents(ARTICLE)
      .create({ data: { title: `${HIDDEN} draft`, body: body(HIDDEN), ...data } });
    const rewritten = await publish(['As it is out.'], { title: 'Gorsewell as it is out', ...data });
    await strapi.documents(ARTICLE).update({
      documentId: rewritten.documentId,
      data: { title: HIDDEN, summary: HIDDEN, body: body(HIDDEN) },
    });
    const gone = await publish([HIDDEN], { title: `${HIDDEN} gone`, ...data });
    await strapi.documents(ARTICLE).unpublish({ documentId: gone.documentId });

    await open(`/articles/${draft.slug}`).expect(404);
    await open(gone.address).expect(404);
    const pages = [
      '/',
      '/?sector=Gorse',
      shown.address,
      rewritten.address,
      '/companies/gorsewell-mining-plc',
    ];
    for (const where of [...pages, '/tickers/XLON/RIO', `/search?q=Gorse`]) {
      const { text } = await open(where).expect(200);
      expect(text).not.toContain(HIDDEN);
    }
    expect(readText((await open(shown.address)).text)).toContain('Gorsewell as it is out');
    // Nor to somebody who may read drafts elsewhere: the page is the same for everybody.
    const asAdmin = await open(`/articles/${draft.slug}?status=draft`).set(
      'authorization',
      `Bearer ${newsroom().adminToken}`,
    );
    expect(asAdmin.status).toBe(404);
    expect(asAdmin.text).not.toContain(HIDDEN);
  });
};
