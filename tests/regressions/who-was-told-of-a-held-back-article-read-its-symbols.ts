import { createAdminUser, mayWith, signInAs } from '../support/admin-user';
import { actsOf, draftArticle, inMs, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, body } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { silenceLog } from '../support/silence-log';

const ACT = 'api::article-act.article-act';
const READ = 'plugin::content-manager.explorer.read';

interface EmailPlugin {
  provider: { send(mail: { text: string }): Promise<void> };
}

/**
 * A mention that fits several listings holds an article back where a rule says so. The list of acts, the event for webhooks and the e-mail
 * named the listing, which is what the article is about, to people and programs who may not read its text.
 */
export const regression: Suite = (newsroom) => {
  it('they are told that there are such mentions, and who may read the text is shown them', async () => {
    const { strapi, http } = newsroom();
    const embargoUntil = await inMs(newsroom(), MINUTE_MS);
    const documentId = await draftArticle(newsroom(), {
      ...{ publishAt: embargoUntil, embargoUntil },
      body: body('A bank (TSE: RY) buys another (TSE: CM).'),
    });
    const told: string[] = [];
    const email = strapi.plugin('email') as unknown as EmailPlugin;
    const { provider } = email;
    email.provider = {
      send: ({ text }) => {
        told.push(text);
        return Promise.resolve();
      },
    };
    const forget = strapi.eventHub.on('article.held-back', ((event: unknown) => {
      told.push(JSON.stringify(event));
    }) as never);
    const rules = strapi.config.get<object>('newsroom.rules');
    strapi.config.set('newsroom.rules', { ...rules, mentions: 'block' });
    strapi.config.set('newsroom.schedule.deskAddress', 'desk@example.com');
    silenceLog(newsroom(), true);
    try {
      await passTime(newsroom(), MINUTE_MS);
    } finally {
      silenceLog(newsroom(), false);
      strapi.config.set('newsroom.schedule.deskAddress', undefined);
      email.provider = provider;
      forget();
    }
    expect(told).toHaveLength(2);
    for (const one of told) expect(one).toContain('mentions that fit several listings');
    const acts = await actsOf(newsroom(), documentId);
    expect(acts.at(-1)).toMatchObject({
      act: 'held-back',
      reason: expect.stringContaining('mentions that fit several listings'),
      reasons: [{ code: 'ambiguousMentions', values: {} }],
    });
    const [read] = mayWith(strapi, ARTICLE, ['read']);
    const auditor = await createAdminUser(strapi, 'symbols', [
      { action: READ, subject: ACT },
      { ...read!, properties: { ...read!.properties, fields: ['title', 'publishAt'] } },
    ]);
    const shown: string[] = [];
    for (const path of [
      `/newsroom/articles/${documentId}/acts.csv`,
      `/content-manager/collection-types/${ACT}?filters[articleDocumentId][$eq]=${documentId}`,
      '/newsroom/schedule/attention',
    ]) {
      const answer = await http().get(path).set('authorization', `Bearer ${auditor.token}`).expect(200);
      expect(answer.text).toMatch(/mentions that fit several listings|ambiguousMentions/);
      shown.push(answer.text);
    }
    expect([JSON.stringify(acts), ...told, ...shown].join('\n')).not.toMatch(/\b(RY|CM|TSE)\b/);
    const editor = await signInAs(strapi, 'newsroom-editor');
    const checks = await http()
      .get(`/newsroom/publication-checks/${documentId}`)
      .set('authorization', `Bearer ${editor}`)
      .expect(200);
    strapi.config.set('newsroom.rules', rules);
    expect(checks.text).toContain('TSE: RY');
    await strapi.documents(ARTICLE).delete({ documentId });
  });
};
