import { signInAs } from '../support/admin-user';
import { actsOf, inMs, isOut, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { loadOutside } from '../support/load-strapi';
import { watchStatements } from '../support/query-plans';
import { silenceLog } from '../support/silence-log';

/** Longer than rights that were read count, shorter than a batch. */
const LATER_MS = 2_000;

/**
 * Who had scheduled an article, their account, roles and permissions were read for each article that was due: five hundred of
 * one editor took longer than publishing them one after the other.
 */
export const regression: Suite = (newsroom) => {
  const collection = `/content-manager/collection-types/${ARTICLE}`;

  /** The clock by which rights grow old. */
  const performanceOfApp = () => loadOutside<typeof import('node:perf_hooks')>('node:perf_hooks').performance;

  /** Articles that one editor has scheduled, a millisecond apart. */
  const scheduled = async (count: number): Promise<string[]> => {
    const editor = `Bearer ${await signInAs(newsroom().strapi, 'newsroom-editor')}`;
    const first = (await inMs(newsroom(), 10 * MINUTE_MS)).getTime();
    const documentIds: string[] = [];
    for (let one = 0; one < count; one += 1) {
      const made = await newsroom()
        .http()
        .post(collection)
        .set('authorization', editor)
        .send({ title: title(), publishAt: new Date(first + one) });
      documentIds.push(made.body.data.documentId);
    }
    return documentIds;
  };
  const areOut = async (documentIds: readonly string[]): Promise<boolean[]> => {
    const out: boolean[] = [];
    for (const documentId of documentIds) out.push(await isOut(newsroom(), documentId));
    return out;
  };

  it('they are read once for articles that go out together', async () => {
    const documentIds = await scheduled(5);
    // However busy the machine is.
    const clock = jest.spyOn(performanceOfApp(), 'now').mockReturnValue(performance.now());
    const { statements } = await watchStatements(newsroom(), async () => {
      await passTime(newsroom(), 11 * MINUTE_MS);
      return {};
    }).finally(() => clock.mockRestore());
    expect(await areOut(documentIds)).toEqual([true, true, true, true, true]);
    const reading = (pattern: RegExp) => statements.filter(({ sql }) => pattern.test(sql)).length;
    expect([
      reading(/from .{0,12}admin_permissions/),
      reading(/from .{0,12}article_acts.* order by/),
    ]).toEqual([1, 1]);
  });

  it('whoever loses the right while others of theirs go out has the rest held back', async () => {
    const { strapi } = newsroom();
    // On PostgreSQL the second is under way when the first commits.
    const [first = '', , third = ''] = await scheduled(3);
    const byAdmin = (await actsOf(newsroom(), first))[0]?.byAdmin;
    const clockOfApp = performanceOfApp();
    const now = clockOfApp.now.bind(clockOfApp);
    let passed = 0;
    const clock = jest.spyOn(clockOfApp, 'now').mockImplementation(() => now() + passed);
    const stop = strapi.db.lifecycles.subscribe({
      models: [ARTICLE],
      beforeCreate: async ({ params }) => {
        const { documentId, publishedAt } = params.data as { documentId: string; publishedAt: unknown };
        if (publishedAt) passed += LATER_MS;
        if (!publishedAt || documentId !== first) return;
        await strapi.db.query('admin::user').update({ where: { id: byAdmin }, data: { isActive: false } });
      },
    });
    silenceLog(newsroom(), true);
    try {
      await passTime(newsroom(), 11 * MINUTE_MS);
    } finally {
      stop();
      clock.mockRestore();
      silenceLog(newsroom(), false);
    }
    expect(await areOut([first, third])).toEqual([true, false]);
    expect((await actsOf(newsroom(), third)).at(-1)).toMatchObject({
      act: 'held-back',
      reasons: [{ code: 'schedulerWithoutAccount', values: {} }],
    });
  });
};
