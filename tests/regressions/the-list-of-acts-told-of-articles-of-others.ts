import { recordAct } from '../../src/newsroom/audit/record-act';
import { createAdminUser, mayWith, signInAs, type Permission } from '../support/admin-user';
import { ARTICLE, body, publishArticle, title } from '../support/articles';
import { ACT, changedArticles } from '../support/changed-articles';
import type { Suite } from '../support/describe-newsroom';

const READ = 'plugin::content-manager.explorer.read';

/**
 * A role that reads its own articles, and the list of acts, was told what was done to all articles, and by `acts.csv` in all fields,
 * whatever its permission said.
 */
export const regression: Suite = (newsroom) => {
  const { documents, letTimePass } = changedArticles(newsroom);
  let roles = 0;
  const asRole = async (...permissions: Permission[]) => {
    const { token, email } = await createAdminUser(newsroom().strapi, `acts-${(roles += 1)}`, permissions);
    const { id } = await newsroom().strapi.db.query('admin::user').findOne({ where: { email } });
    return { token, id: Number(id) };
  };
  const get = (path: string, token: string) =>
    newsroom().http().get(path).set('authorization', `Bearer ${token}`);
  const csvOf = async (documentId: string, token: string): Promise<string[]> => {
    const { text } = await get(`/newsroom/articles/${documentId}/acts.csv`, token).expect(200);
    const [head, ...lines] = text.split('\r\n');
    expect(head).toMatch(/^at,act,by,/);
    expect(lines.pop()).toBe('');
    return lines;
  };
  const LIST = `/content-manager/collection-types/${ACT}`;
  const listOf = async (documentId: string, token: string) => {
    const query = `filters[articleDocumentId][$eq]=${documentId}&pageSize=100`;
    const { body: answer } = await get(`${LIST}?${query}`, token).expect(200);
    expect(answer.pagination.total).toBe(answer.results.length);
    return answer.results as { documentId: string; act: string; articleLocale: string }[];
  };
  const readsActs: Permission = { action: READ, subject: ACT };
  beforeEach(letTimePass);

  it('own articles alone: those of others, and of deleted articles, are in neither', async () => {
    const { strapi } = newsroom();
    const [own] = mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']);
    const { token, id } = await asRole(readsActs, own!);
    const mine = await publishArticle(newsroom(), ['Mine.'], { createdBy: id });
    const others = await publishArticle(newsroom(), ['Of others.']);
    const deleted = await publishArticle(newsroom(), ['Gone.'], { createdBy: id });
    for (const documentId of [mine, others, deleted]) {
      await recordAct(strapi, { articleDocumentId: documentId, articleLocale: 'en', act: 'scheduled' });
    }
    await documents().delete({ documentId: deleted, locale: '*' });
    expect((await listOf(mine, token)).map(({ act }) => act)).toContain('scheduled');
    expect((await csvOf(mine, token)).length).toBe((await listOf(mine, token)).length);
    for (const documentId of [others, deleted]) {
      expect(await csvOf(documentId, token)).toEqual([]);
      expect(await listOf(documentId, token)).toEqual([]);
    }
    const [line] = await strapi.db.query(ACT).findMany({ where: { articleDocumentId: others } });
    await get(`${LIST}/${line.documentId}`, token).expect(404);
    // Whose conditions are on the locale alone reads them all.
    const compliance = await signInAs(strapi, 'newsroom-compliance');
    for (const documentId of [mine, others, deleted]) {
      const lines = await listOf(documentId, compliance);
      expect(lines.map(({ act }) => act)).toContain('scheduled');
      expect(await csvOf(documentId, compliance)).toHaveLength(lines.length);
    }
  });

  it('the locales of the role alone; those that the newsroom has no more for who reads all', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), ['Hello.']);
    const spanish = { title: title(), body: body('Hola.') };
    await documents().update({ documentId, locale: 'es', data: spanish, status: 'published' });
    for (const articleLocale of ['en', 'es', 'xx']) {
      await recordAct(strapi, { articleDocumentId: documentId, articleLocale, act: 'scheduled' });
    }
    const [read] = mayWith(strapi, ARTICLE, ['read']);
    const { token } = await asRole(readsActs, {
      ...read!,
      properties: { ...read!.properties, locales: ['es'] },
    });
    const locales = async (of: string) =>
      new Set((await listOf(documentId, of)).map((line) => line.articleLocale));
    expect(await locales(token)).toEqual(new Set(['es']));
    expect(
      (await csvOf(documentId, token)).filter((line) => !line.includes(`,"${documentId}","es",`)),
    ).toEqual([]);
    const all = new Set(['en', 'es', 'xx']);
    expect(await locales(await signInAs(strapi, 'newsroom-compliance'))).toEqual(all);
    expect(await locales(newsroom().adminToken)).toEqual(all);
  });

  it('the fields of the permission to read the list alone', async () => {
    const { strapi } = newsroom();
    const documentId = await publishArticle(newsroom(), ['Hello.']);
    await recordAct(strapi, {
      articleDocumentId: documentId,
      articleLocale: 'en',
      act: 'scheduled',
      reason: 'Between us.',
    });
    const fields = ['at', 'act'];
    const { token } = await asRole(
      { ...readsActs, properties: { fields } },
      ...mayWith(strapi, ARTICLE, ['read']),
    );
    const lines = await csvOf(documentId, token);
    expect(lines.some((line) => line.includes(',"scheduled",,,,,,,,,'))).toBe(true);
    expect(lines.join()).not.toMatch(/Between us|code/);
    // A filter on a field that it may not read must not fall away, and with it the article that is asked for.
    expect(lines.length).toBe(await strapi.db.query(ACT).count({ where: { articleDocumentId: documentId } }));
  });

  it('nothing for a role that reads no articles', async () => {
    const documentId = await publishArticle(newsroom(), ['Hello.']);
    const { token } = await asRole(readsActs);
    const refused = await get(`/newsroom/articles/${documentId}/acts.csv`, token).expect(403);
    expect(refused.body.error.message).toBe('Your role may not read articles.');
    expect(await listOf(documentId, token)).toEqual([]);
  });

  it('a list of any length is exported in pieces: every line, in order, own articles too', async () => {
    const { strapi } = newsroom();
    const [own] = mayWith(strapi, ARTICLE, ['read'], ['admin::is-creator']);
    const { token, id } = await asRole(readsActs, own!);
    const documentId = await publishArticle(newsroom(), ['Moved and moved.'], { createdBy: id });
    const [line] = await strapi.db.query(ACT).findMany({ where: { articleDocumentId: documentId } });
    const { id: _id, ...kept } = line;
    for (let start = 0; start < 1_200; start += 40) {
      const data = Array.from({ length: 40 }, (_, n) => ({
        ...kept,
        documentId: `${documentId}-${start + n}`,
        reason: `No. ${start + n}`,
      }));
      await strapi.db.query(ACT).createMany({ data });
    }
    const reads: number[] = [];
    const stop = strapi.db.lifecycles.subscribe({
      models: [ACT],
      afterFindMany: ({ result }: { result?: unknown }) => {
        reads.push((result as unknown[]).length);
      },
    });
    const lines = await csvOf(documentId, token);
    stop();
    expect(Math.max(...reads)).toBeLessThanOrEqual(500);
    const numbers = lines.flatMap((one) => /,"No\. (\d+)",/.exec(one)?.[1] ?? []);
    expect(numbers).toEqual(Array.from({ length: 1_200 }, (_, n) => String(n)));
    expect(lines.length).toBe(await strapi.db.query(ACT).count({ where: { articleDocumentId: documentId } }));
  });
};
