import { signInAs } from '../support/admin-user';
import { inMs, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { silenceLog } from '../support/silence-log';

interface EmailPlugin {
  provider: { send(mail: { to: string }): Promise<void> };
}

/**
 * Whoever scheduled an article that was held back got an e-mail only where the desk had an address, although Strapi's e-mail worked; and
 * also where their account was closed.
 */
export const regression: Suite = (newsroom) => {
  const PROVIDER = 'plugin::email.provider';
  /** Who is told of an article that is held back. */
  const toldOf = async (change: { provider?: string; sends?: boolean; desk?: string; account?: object }) => {
    const { strapi, http } = newsroom();
    const token = await signInAs(strapi, 'newsroom-editor');
    const made = await http()
      .post(`/content-manager/collection-types/${ARTICLE}`)
      .set('authorization', `Bearer ${token}`)
      .send({ title: title(), kind: 'opinion', publishAt: await inMs(newsroom(), MINUTE_MS) });
    expect(made.status).toBe(201);
    const [person]: { id: number; email: string }[] = await strapi.db
      .query('admin::user')
      .findMany({ orderBy: { id: 'desc' }, limit: 1 });
    if (change.account) {
      await strapi.db.query('admin::user').update({ where: { id: person?.id }, data: change.account });
    }
    const told: string[] = [];
    const email = strapi.plugin('email') as unknown as EmailPlugin;
    const { provider } = email;
    const rules = strapi.config.get<object>('newsroom.rules');
    const installed: unknown = strapi.config.get(PROVIDER);
    email.provider = {
      send: ({ to }) => {
        told.push(...to.split(', '));
        return Promise.resolve();
      },
    };
    strapi.config.set('newsroom.rules', { ...rules, byline: 'block' });
    strapi.config.set(PROVIDER, change.provider ?? 'nodemailer');
    strapi.config.set('newsroom.schedule.mails', change.sends ?? false);
    strapi.config.set('newsroom.schedule.deskAddress', change.desk);
    silenceLog(newsroom(), true);
    try {
      await passTime(newsroom(), MINUTE_MS);
    } finally {
      silenceLog(newsroom(), false);
      strapi.config.set('newsroom.schedule.deskAddress', undefined);
      strapi.config.set('newsroom.schedule.mails', false);
      strapi.config.set(PROVIDER, installed);
      strapi.config.set('newsroom.rules', rules);
      email.provider = provider;
    }
    return told.map((one) => (one === person?.email ? 'the scheduler' : one));
  };

  it('they are, where e-mail is set up', async () => {
    expect(await toldOf({})).toEqual(['the scheduler']);
    expect(await toldOf({ desk: 'desk@example.com' })).toEqual(['desk@example.com', 'the scheduler']);
  });

  it('with Strapi’s own sendmail, which is there without being set up, only where it is said to work', async () => {
    expect(await toldOf({ provider: 'sendmail' })).toEqual([]);
    expect(await toldOf({ provider: 'sendmail', sends: true })).toEqual(['the scheduler']);
    expect(await toldOf({ provider: 'sendmail', desk: 'desk@example.com' })).toEqual([
      ...['desk@example.com', 'the scheduler'],
    ]);
  });

  it.each([{ isActive: false }, { blocked: true }])(
    'not with an account that is closed: %j',
    async (account) => {
      expect(await toldOf({ account })).toEqual([]);
      expect(await toldOf({ account, desk: 'desk@example.com' })).toEqual(['desk@example.com']);
    },
  );
};
