import { Writable } from 'node:stream';
import { winston } from '@strapi/logger';
import { createAdminUser, mayWith } from '../support/admin-user';
import { actsOf, draftArticle, inMs, MINUTE_MS, passTime } from '../support/article-times';
import { ARTICLE } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { silenceLog } from '../support/silence-log';

const WORD = 'Plantednote';

interface EmailPlugin {
  provider: { send(mail: object): Promise<void> };
}

/**
 * The error of a note without a kind, or of one that is too long, had the note in it. When such an article was due, the note was in
 * the log, in the list of acts, in the e-mail and the event for webhooks, and on the home page of whoever may read headlines alone.
 */
export const regression: Suite = (newsroom) => {
  it.each([
    ['without a kind', `${WORD} buys Beta for 3 billion`, 'changeNoteWithoutKind', 'nobody has said'],
    ['that is too long', `${WORD} ${'x'.repeat(2_000)}`, 'changeNoteTooLong', 'more than 2000 characters'],
  ])('one %s', async (_name, changeNote, code, words) => {
    const { strapi, http } = newsroom();
    const documentId = await draftArticle(newsroom(), { publishAt: await inMs(newsroom(), MINUTE_MS) });
    await strapi.documents(ARTICLE).update({ documentId, data: { changeNote } as never });
    const told: string[] = [];
    const captured = new winston.transports.Stream({
      stream: new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          told.push(chunk.toString());
          done();
        },
      }),
    });
    const email = strapi.plugin('email') as unknown as EmailPlugin;
    const { provider } = email;
    email.provider = {
      send: (mail) => {
        told.push(JSON.stringify(mail));
        return Promise.resolve();
      },
    };
    const forget = strapi.eventHub.on('article.held-back', ((event: unknown) => {
      told.push(JSON.stringify(event));
    }) as never);
    strapi.config.set('newsroom.schedule.deskAddress', 'desk@example.com');
    silenceLog(newsroom(), true);
    const { level } = strapi.log;
    strapi.log.add(captured);
    strapi.log.level = 'info';
    try {
      await passTime(newsroom(), MINUTE_MS);
    } finally {
      strapi.log.remove(captured);
      strapi.log.level = level;
      silenceLog(newsroom(), false);
      strapi.config.set('newsroom.schedule.deskAddress', undefined);
      email.provider = provider;
      forget();
    }
    const line = `Article ${documentId} (en) was held back: ${code}`;
    expect(told.filter((one) => one.includes(line))).toHaveLength(1);
    expect(told.filter((one) => one.includes(words))).toHaveLength(2);
    const acts = await actsOf(newsroom(), documentId);
    expect(acts.at(-1)).toMatchObject({ act: 'held-back', reasons: [expect.objectContaining({ code })] });
    const [read] = mayWith(strapi, ARTICLE, ['read']);
    const narrow = await createAdminUser(strapi, `headlines-${code}`.toLowerCase(), [
      { ...read!, properties: { ...read!.properties, fields: ['title'] } },
    ]);
    const shown = await http()
      .get('/newsroom/schedule/attention')
      .set('authorization', `Bearer ${narrow.token}`)
      .expect(200);
    expect([shown.text, JSON.stringify(acts), ...told].join('\n')).not.toContain(WORD);
    await strapi.documents(ARTICLE).delete({ documentId });
  });
};
