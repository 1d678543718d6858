import type { errors } from '@strapi/utils';
import { wordError } from '../../src/newsroom/refusals/word-error';
import { draftArticle, inMs, isOut, MINUTE_MS, storedTimes } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';

type ApplicationError = InstanceType<typeof errors.ApplicationError>;

/**
 * Where nothing is published, Strapi's `discardDraft` deletes the draft. The embargo was in it, and held for all locales: whoever
 * discarded it published the translation, without the permission to lift an embargo. The schedule was gone without a line.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);

  it.each([
    ['of its locale', 'en'],
    ['of all locales', '*'],
    ['of several', ['en', 'de']],
    ['of the default locale', undefined],
  ])('%s is refused, and the embargo holds', async (_name, locale) => {
    const embargoUntil = await inMs(newsroom(), 60 * MINUTE_MS);
    const documentId = await draftArticle(newsroom(), { embargoUntil, publishAt: embargoUntil });
    await articles().update({ documentId, locale: 'de', data: { title: title() } });
    const params = { documentId, ...(locale ? { locale } : {}) };
    const refused = await articles()
      .discardDraft(params as never)
      .then(
        () => undefined,
        ({ message, details }: ApplicationError) => ({ message, details }),
      );
    expect(refused?.message).toContain('nothing is published in it');
    // The admin words it in its user's language.
    const german = wordError(refused, { language: 'de', timeZone: 'Europe/Berlin' });
    expect(german?.message).toMatch(/^Auf (Englisch|Deutsch) ist nichts veröffentlicht, worauf der Entwurf/);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({
      embargoUntil: embargoUntil.toISOString(),
      publishAt: embargoUntil.toISOString(),
    });
    await expect(articles().publish({ documentId, locale: 'de' })).rejects.toThrow('The embargo holds until');
    expect(await isOut(newsroom(), documentId, 'de')).toBe(false);
    await articles().delete({ documentId, locale: '*' });
  });

  it('the draft of a locale that is published is discarded as before, also beside one that is not', async () => {
    const documentId = await draftArticle(newsroom(), { summary: 'Out.' });
    await articles().publish({ documentId });
    await articles().update({ documentId, locale: 'de', data: { title: title() } });
    await articles().update({ documentId, data: { summary: 'Next.' } });
    await articles().discardDraft({ documentId });
    expect(await articles().findOne({ documentId })).toMatchObject({ summary: 'Out.' });
    expect(await articles().findOne({ documentId, locale: 'de' })).not.toBeNull();
    await articles().delete({ documentId, locale: '*' });
  });
};
