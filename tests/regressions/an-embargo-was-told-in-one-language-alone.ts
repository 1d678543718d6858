import { authorizeToken } from '../support/api-token';
import {
  actNames,
  actsOf,
  draftArticle,
  inMs,
  isOut,
  MINUTE_MS,
  storedTimes,
} from '../support/article-times';
import { createAdminUser, mayWith } from '../support/admin-user';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { renewSession } from '../support/newsroom';

const HOUR_MS = 60 * MINUTE_MS;

/**
 * An embargo holds for all languages of an article and stands in the draft in which it was entered. The other languages showed none,
 * and lifting it there answered 200 and did nothing.
 */
export const regression: Suite = (newsroom) => {
  const articles = () => newsroom().strapi.documents(ARTICLE);
  const embargoed = async (): Promise<{ documentId: string; until: string }> => {
    const embargoUntil = await inMs(newsroom(), HOUR_MS);
    const documentId = await draftArticle(newsroom(), { embargoUntil });
    await articles().update({ documentId, locale: 'es', data: { title: title() } });
    return { documentId, until: embargoUntil.toISOString() };
  };
  let admin = '';
  beforeEach(async () => {
    admin = `Bearer ${await renewSession(newsroom())}`;
  });
  const get = (path: string, authorization = admin) =>
    newsroom().http().get(path).set('authorization', authorization);
  const move = (documentId: string, body: object) =>
    newsroom().http().post(`/newsroom/articles/${documentId}/embargo`).set('authorization', admin).send(body);
  const preview = async (documentId: string, locale: string): Promise<string> => {
    const button = await get(
      `/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&status=draft&locale=${locale}`,
    );
    const cookies = [button.headers['set-cookie']].flat();
    const cookie = cookies.find((one) => one?.startsWith('quotemark-preview='))?.split(';')[0] ?? '';
    return (await newsroom().http().get(button.body.data.url).set('cookie', cookie).expect(200)).text;
  };

  it.each(['en', 'es'])('ninjs and the preview tell it: %s', async (locale) => {
    const { documentId, until } = await embargoed();
    const token = await authorizeToken(newsroom().strapi, 'full-access');
    const item = await get(`/api/articles/${documentId}/ninjs?status=draft&locale=${locale}`, token);
    expect(item.body).toMatchObject({ pubStatus: 'withheld', embargoedUntil: until });
    expect(await preview(documentId, locale)).toContain(until);
  });

  it('the panel says until when, in which language it was entered, and by whom', async () => {
    const { documentId, until } = await embargoed();
    const shown = async (locale: string) =>
      (await get(`/newsroom/articles/${documentId}/times?locale=${locale}`)).body.data;
    expect(await shown('es')).toMatchObject({ times: { embargoUntil: until }, embargoLocale: 'en' });
    expect((await shown('es')).setBy.embargoUntil).toEqual((await shown('en')).setBy.embargoUntil);
    expect((await shown('en')).setBy.embargoUntil).toMatchObject({ by: 'code' });
    expect(await shown('en')).toMatchObject({ times: { embargoUntil: until }, embargoLocale: null });
  });

  it('the schedule has a line in each language, and one where no language is asked for', async () => {
    const { documentId, until } = await embargoed();
    const to = new Date(Date.parse(until) + MINUTE_MS).toISOString();
    const lines = async (locale: string): Promise<object[]> => {
      const from = new Date(Date.parse(until) - MINUTE_MS).toISOString();
      const answer = await get(`/newsroom/schedule?from=${from}&to=${to}${locale}`);
      return answer.body.data.filter((one: { documentId: string }) => one.documentId === documentId);
    };
    const line = { state: 'embargo-ends', at: until, by: 'code' };
    expect(await lines('&locale=es')).toEqual([expect.objectContaining({ ...line, locale: 'es' })]);
    expect(await lines('&locale=en')).toEqual([expect.objectContaining({ ...line, locale: 'en' })]);
    expect(await lines('')).toEqual([expect.objectContaining({ ...line, locale: 'en' })]);
  });

  it('the list of articles is told of it in each language, for who may read it', async () => {
    const { documentId, until } = await embargoed();
    const toldOf = async (authorization: string): Promise<object[]> =>
      (await get('/newsroom/schedule/attention', authorization)).body.data.embargoes.filter(
        (one: { documentId: string }) => one.documentId === documentId,
      );
    expect(await toldOf(admin)).toEqual(
      expect.arrayContaining([
        { documentId, locale: 'en', until },
        { documentId, locale: 'es', until },
      ]),
    );
    const { strapi } = newsroom();
    const own = mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']);
    const { token } = await createAdminUser(strapi, `reads-own-${documentId}`, own);
    expect(await toldOf(`Bearer ${token}`)).toEqual([]);
  });

  it('is lifted and moved wherever it stands', async () => {
    const { documentId, until } = await embargoed();
    const earlier = new Date(Date.parse(until) - 30 * MINUTE_MS).toISOString();
    const moved = await move(documentId, { locale: 'es', embargoUntil: earlier, reason: 'They agreed.' });
    expect([moved.status, moved.body.data]).toEqual([
      200,
      { documentId, locale: 'es', embargoUntil: earlier, locales: ['en'] },
    ]);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil: earlier });
    await articles().update({ documentId, locale: 'es', data: { embargoUntil: new Date(until) } as never });
    const lifted = await move(documentId, { locale: 'es', embargoUntil: null, reason: 'They agreed.' });
    expect([lifted.status, lifted.body.data]).toEqual([
      200,
      { documentId, locale: 'es', embargoUntil: null, locales: ['en', 'es'] },
    ]);
    expect(await actNames(newsroom(), documentId)).toEqual(['embargoed', 'embargo-moved', 'embargo-lifted']);
    expect(await actNames(newsroom(), documentId, 'es')).toEqual(['embargoed', 'embargo-lifted']);
    const [act] = (await actsOf(newsroom(), documentId, 'es')).slice(-1);
    expect(act?.reason).toBe('They agreed.');
    await articles().publish({ documentId, locale: 'es' });
    expect(await isOut(newsroom(), documentId, 'es')).toBe(true);
  });

  it('who may not change the language in which it stands is told which it is, and lifts nothing', async () => {
    const { strapi, http } = newsroom();
    const { documentId, until } = await embargoed();
    const inSpanish = mayWith(strapi, ARTICLE, ['read', 'update']).map((one) => ({
      ...one,
      properties: { ...one.properties, locales: ['es'] },
    }));
    const { token } = await createAdminUser(strapi, `spanish-desk-${documentId}`, [
      ...inSpanish,
      { action: 'admin::embargo.move-earlier' },
    ]);
    const answer = await http()
      .post(`/newsroom/articles/${documentId}/embargo`)
      .set('authorization', `Bearer ${token}`)
      .send({ locale: 'es', embargoUntil: null, reason: 'They agreed.' });
    expect([answer.status, answer.body.error?.message]).toEqual([403, expect.stringContaining('“en”')]);
    expect(await storedTimes(newsroom(), documentId)).toMatchObject({ embargoUntil: until });
  });

  it('one that is over is told by neither the preview nor ninjs', async () => {
    const { documentId, until } = await embargoed();
    newsroom().clock.advance(2 * HOUR_MS);
    admin = `Bearer ${await renewSession(newsroom())}`;
    for (const locale of ['en', 'es']) {
      const page = await preview(documentId, locale);
      expect(page).not.toContain(until);
      expect(page).not.toContain('not to be published before');
    }
  });
};
