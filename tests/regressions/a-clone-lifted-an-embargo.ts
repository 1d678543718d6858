import { signInAs } from '../support/admin-user';
import {
  actsOf,
  draftArticle,
  inMs,
  isOut,
  MINUTE_MS,
  passTime,
  storedTimes,
} from '../support/article-times';
import { ARTICLE, body, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

const COLLECTION = `/content-manager/collection-types/${ARTICLE}`;
const NO_OTHER_TIME = {
  publishAt: null,
  unpublishAt: null,
  proposedPublishAt: null,
  proposedUnpublishAt: null,
};

/**
 * A clone began without an embargo: an editor cloned an article under embargo, published the clone, and its text and its picture were
 * before readers, without the permission to lift an embargo.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const clonesOf = async (documentId: string, locale?: string): Promise<string> => {
    const made = await articles().clone({
      documentId,
      data: { title: title() },
      ...(locale ? { locale } : {}),
    });
    return String(made?.entries[0]?.documentId);
  };

  it('through the content manager', async () => {
    const { strapi, http } = newsroom();
    const editor = { authorization: `Bearer ${await signInAs(strapi, 'newsroom-editor')}` };
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), {
      ...{ body: body('Planted in a clone.'), embargoUntil, publishAt: embargoUntil },
      unpublishAt: await inMs(newsroom(), 120 * MINUTE_MS),
    });
    const made = await http()
      .post(`${COLLECTION}/clone/${documentId}`)
      .set(editor)
      .send({ title: title(), embargoUntil: null });
    expect(made.status).toBe(200);
    const clone: string = made.body.data.documentId;
    const published = await http().post(`${COLLECTION}/${clone}/actions/publish`).set(editor).send({});
    expect([published.status, published.text]).toEqual([
      400,
      expect.stringContaining('The embargo holds until'),
    ]);
    expect(await isOut(newsroom(), clone)).toBe(false);
    const until = embargoUntil.toISOString();
    expect(await storedTimes(newsroom(), clone)).toEqual(
      expect.objectContaining({ ...NO_OTHER_TIME, embargoUntil: until }),
    );
    expect(await actsOf(newsroom(), clone)).toMatchObject([
      {
        act: 'embargoed',
        by: 'newsroom-editor Tester',
        before: { embargoUntil: null },
        after: { embargoUntil: until },
      },
    ]);
    await passTime(newsroom(), 60 * MINUTE_MS);
    await articles().publish({ documentId: clone });
    expect(await isOut(newsroom(), clone)).toBe(true);
  });

  it('of one language, whose embargo was entered in another', async () => {
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { embargoUntil });
    await articles().update({ documentId, locale: 'de', data: { title: title() } });
    const clone = await clonesOf(documentId, 'de');
    await expect(articles().publish({ documentId: clone, locale: 'de' })).rejects.toThrow(
      'The embargo holds until',
    );
    expect(await isOut(newsroom(), clone, 'de')).toBe(false);
  });

  it('one that is over does not come back with a clone', async () => {
    const documentId = await draftArticle(newsroom(), { embargoUntil: await inMs(newsroom(), MINUTE_MS) });
    await passTime(newsroom(), MINUTE_MS);
    const clone = await clonesOf(documentId);
    expect(await storedTimes(newsroom(), clone)).toEqual(
      expect.objectContaining({ ...NO_OTHER_TIME, embargoUntil: null }),
    );
    expect(await actsOf(newsroom(), clone)).toEqual([]);
  });
};
