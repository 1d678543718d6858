import { signInAs } from '../support/admin-user';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/**
 * Strapi answers a ForbiddenError with “Forbidden” and drops its text, of REST and of the admin API: nobody read what was
 * wrong and what to do. Of a PolicyError it keeps the text.
 */
export const regression: Suite = (newsroom) => {
  let reporter = '';
  let victim = '';
  beforeAll(async () => {
    const { strapi } = newsroom();
    reporter = await signInAs(strapi, 'newsroom-reporter');
    ({ documentId: victim } = await strapi.documents(ARTICLE).create({ data: { title: title() } }));
  });
  const asReporter = (method: 'get' | 'post' | 'put', path: string) =>
    newsroom().http()[method](path).set('authorization', `Bearer ${reporter}`);

  it.each(['status=draft', 'publicationFilter=modified', 'hasPublishedVersion=true'])(
    'to a visitor who asks for ?%s',
    async (query) => {
      const { status, body } = await newsroom().http().get(`/api/articles?${query}`);
      const [name = ''] = query.split('=');
      expect([status, body.error.message]).toEqual([403, expect.stringContaining(name)]);
      expect(body.error.message).toMatch(/may not read drafts.*findDraft/);
    },
  );

  it('to a reporter who asks for an article of somebody else', async () => {
    const { status, body } = await asReporter('get', `/newsroom/publication-checks/${victim}`);
    expect([status, body.error.message]).toEqual([
      403,
      `documentId is "${victim}": your role may not read this article.`,
    ]);
    const clone = await asReporter(
      'post',
      `/content-manager/collection-types/${ARTICLE}/clone/${victim}`,
    ).send({});
    expect([clone.status, clone.body.error.message]).toEqual([403, expect.stringContaining('may not read')]);
  });

  it('to somebody who asks which slugs of another type are taken', async () => {
    const { status, body } = await asReporter('post', '/content-manager/uid/check-availability').send({
      contentTypeUID: 'api::company.company',
      field: 'slug',
      value: 'x',
    });
    expect([status, body.error.message]).toEqual([403, expect.stringContaining('api::company.company')]);
  });

  it('to whoever writes a disclaimer wording', async () => {
    const written = newsroom()
      .strapi.documents('api::disclaimer-wording.disclaimer-wording')
      .delete({ documentId: 'any' });
    await expect(written).rejects.toThrow(/Change the disclaimer instead/);
  });

  it('to whoever writes a quote snapshot', async () => {
    const written = newsroom()
      .strapi.documents('plugin::quote-snapshots.quote-snapshot')
      .delete({ documentId: 'any' });
    await expect(written).rejects.toThrow(/snapshots are a record/);
  });

  it('to whoever asks for the quotes of a type that their role does not read', async () => {
    const path = `/quote-snapshots/documents/api::briefing.briefing/${victim}`;
    const { status, body } = await asReporter('get', path);
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringMatching(/may not read entries of api::briefing/),
    ]);
  });
};
