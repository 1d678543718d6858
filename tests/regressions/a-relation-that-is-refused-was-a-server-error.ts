import { ARTICLE, publishArticle } from '../support/articles';
import { signInAs } from '../support/admin-user';
import type { Suite } from '../support/describe-newsroom';

/** The content manager refused a field that a role may not read, went on all the same, and answered 500. */
export const regression: Suite = (newsroom) => {
  let reporter: string;
  let documentId: string;
  beforeAll(async () => {
    reporter = await signInAs(newsroom().strapi, 'newsroom-reporter');
    documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
  });

  const ask = (address: string) =>
    newsroom().http().get(`/content-manager/relations/${address}`).set('authorization', `Bearer ${reporter}`);

  it.each(['createdBy', 'updatedBy', 'localizations', 'quoteSnapshots'])(
    '%s is refused with words',
    async (field) => {
      for (const address of [`${ARTICLE}/${field}`, `${ARTICLE}/${documentId}/${field}`]) {
        const { status, body } = await ask(address);
        expect([address, status]).toEqual([address, 403]);
        expect(body.error.message).toBe(`Your role may not read the field "${field}" of ${ARTICLE}.`);
      }
    },
  );

  it('a field that the role reads is listed, and one that does not exist is named', async () => {
    expect((await ask(`${ARTICLE}/tickers`)).status).toBe(200);
    expect((await ask(`${ARTICLE}/nothing`)).status).toBe(400);
    expect((await ask('api::nothing.nothing/tickers')).status).toBe(400);
  });
};
