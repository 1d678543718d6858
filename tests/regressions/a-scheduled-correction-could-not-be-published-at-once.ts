import { inMs, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, body, publishArticle } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

/**
 * A publication empties the fields that say what a change is. With SCHEDULE_FREEZES that counted as a change of what was scheduled:
 * “Publish now” of a correction was refused.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const freeze = (freezes: boolean) => newsroom().strapi.config.set('newsroom.schedule.freezes', freezes);
  afterEach(() => freeze(false));

  const correction = async (): Promise<string> => {
    const documentId = await publishArticle(newsroom(), ['One.']);
    await articles().update({
      documentId,
      data: {
        ...{ body: body('Two.'), changeKind: 'correction', changeNote: 'It was one.' },
        publishAt: await inMs(newsroom(), 30 * MINUTE_MS),
      } as never,
    });
    freeze(true);
    return documentId;
  };
  const corrections = async (documentId: string): Promise<unknown[]> =>
    (await newsroom().http().get(`/api/articles/${documentId}`).expect(200)).body.data.corrections;

  it('by the button, with the note that was scheduled', async () => {
    const documentId = await correction();
    await articles().publish({ documentId });
    expect(await corrections(documentId)).toMatchObject([{ kind: 'correction', text: 'It was one.' }]);
  });

  it('in one request that sends the same note again; another note is refused', async () => {
    const documentId = await correction();
    const send = (changeNote: string) =>
      articles().update({ documentId, status: 'published', data: { changeNote } as never });
    await expect(send('It was three.')).rejects.toThrow('frozen until then: changeNote');
    expect(await corrections(documentId)).toEqual([]);
    await send('It was one.');
    expect(await corrections(documentId)).toMatchObject([{ kind: 'correction', text: 'It was one.' }]);
  });

  it('a note that is taken away without a publication is refused still', async () => {
    const documentId = await correction();
    const take = articles().update({ documentId, data: { changeNote: null } as never });
    await expect(take).rejects.toThrow('frozen until then: changeNote');
  });

  it('it goes out at its instant', async () => {
    const documentId = await correction();
    await passTime(newsroom(), 31 * MINUTE_MS);
    expect(await corrections(documentId)).toMatchObject([{ kind: 'correction', text: 'It was one.' }]);
  });
};
