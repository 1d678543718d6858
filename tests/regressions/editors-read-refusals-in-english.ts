import { inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, body, publishArticle, title } from '../support/articles';
import type { Suite } from '../support/describe-newsroom';
import { renewSession } from '../support/newsroom';
import { wordError } from '../../src/newsroom/refusals/word-error';
import { retractArticle } from '../../src/newsroom/retraction/retract-article';
import type { RuleLevels } from '../../src/newsroom/rules/rules';

const MANAGER = `/content-manager/collection-types/${ARTICLE}`;
const TICKERS = '/content-manager/collection-types/api::ticker.ticker';
const DISCLAIMERS = '/content-manager/collection-types/api::disclaimer.disclaimer';

/**
 * Strapi's toasts show the message of an error, which was English and named locales and kinds by their codes. Each refusal of the
 * admin API carries its reason as a code now, for the admin UI to word; programs read the same message as before.
 */
export const regression: Suite = (newsroom) => {
  const documents = () => newsroom().strapi.documents(ARTICLE);
  const send = (method: 'post' | 'put' | 'delete', path: string) =>
    newsroom().http()[method](path).set('authorization', `Bearer ${newsroom().adminToken}`);
  const draft = async (data: object = {}): Promise<string> =>
    (await documents().create({ data: { title: title(), body: body('Words.'), ...data } })).documentId;
  const inHours = (hours: number) => inMs(newsroom(), hours * 60 * MINUTE_MS);
  const retracted = async (): Promise<string> => {
    const documentId = await publishArticle(newsroom(), ['Words.']);
    await retractArticle(newsroom().strapi, { documentId, locale: 'en', notice: 'Not true.' });
    return documentId;
  };
  const times = (documentId: string, given: object) =>
    send('post', `/newsroom/articles/${documentId}/times`).send(given);

  let rules: RuleLevels;
  beforeAll(() => {
    rules = newsroom().strapi.config.get<RuleLevels>('newsroom.rules');
    newsroom().strapi.config.set('newsroom.rules', { ...rules, byline: 'block' });
  });
  afterAll(() => newsroom().strapi.config.set('newsroom.rules', rules));
  beforeEach(async () => {
    newsroom().adminToken = await renewSession(newsroom());
  });

  type Road = () => Promise<{ status: number; body: { error: { message: string } } }>;
  const roads: [what: string, road: Road, english: RegExp, german: RegExp][] = [
    [
      'Publish',
      async () => send('post', `${MANAGER}/${await draft({ kind: 'opinion' })}/actions/publish`).send({}),
      /^Not published in “en”\. .*kind “opinion”/,
      /^Nicht auf Englisch veröffentlicht\. Ein Artikel der Art „Meinung“/,
    ],
    [
      'Publish, before anything is saved',
      async () => send('post', `${MANAGER}/actions/publish`).send({ title: title(), kind: 'analysis' }),
      /^Not published in “en”/,
      /^Nicht auf Englisch veröffentlicht\. Ein Artikel der Art „Analyse“/,
    ],
    [
      'Publish under embargo',
      async () => {
        const documentId = await draft({ embargoUntil: await inHours(1) });
        return send('post', `${MANAGER}/${documentId}/actions/publish`).send({});
      },
      /^Not published\. The embargo holds/,
      /^Nicht veröffentlicht\. .* Die Sperrfrist gilt bis \d.* \(Englisch\)\.$/,
    ],
    [
      'Publish what was retracted',
      async () => send('post', `${MANAGER}/${await retracted()}/actions/publish`).send({}),
      /was retracted in “en”/,
      /^Nicht auf Englisch veröffentlicht\. Der Artikel wurde am \d.* zurückgezogen/,
    ],
    [
      'Publish with a note and no kind of change',
      async () => {
        const documentId = await publishArticle(newsroom(), ['Words.']);
        await documents().update({ documentId, data: { changeNote: 'Because.' } });
        return send('post', `${MANAGER}/${documentId}/actions/publish`).send({});
      },
      /^changeNote: say in changeKind/,
      /^Es gibt einen Hinweis, aber niemand hat gesagt/,
    ],
    [
      'Publish many',
      async () => {
        const documentIds = [
          await draft({ title: 'Bulk', kind: 'opinion' }),
          await draft({ title: 'Held', embargoUntil: await inHours(1) }),
        ];
        return send('post', `${MANAGER}/actions/bulkPublish`).send({ documentIds, locale: 'en' });
      },
      /^Nothing was published\. Kept back: “Bulk” \(en\)/,
      /^Es wurde nichts veröffentlicht\. Zurückgehalten: „Bulk“ \(Englisch\): Ein Artikel der Art „Meinung“.*„Held“ \(Englisch\): Die Sperrfrist gilt bis \d.* \(Englisch\)\.$/,
    ],
    [
      'Unpublish what was retracted',
      async () => send('post', `${MANAGER}/${await retracted()}/actions/unpublish`).send({}),
      /^locale is "en": the article was retracted/,
      /^Der Artikel wurde auf Englisch zurückgezogen, und seine Seite behält/,
    ],
    [
      'Discard the draft of what was retracted',
      async () => send('post', `${MANAGER}/${await retracted()}/actions/discard`).send({}),
      /^locale is "en": the article was retracted/,
      /^Der Artikel wurde auf Englisch zurückgezogen\. .*nicht verworfen\.$/,
    ],
    [
      'Delete the language with the embargo',
      async () => {
        const documentId = await draft({ embargoUntil: await inHours(1) });
        await documents().update({ documentId, locale: 'es', data: { title: title() } });
        return send('delete', `${MANAGER}/${documentId}?locale=en`);
      },
      /^embargoUntil is ".*entered in this language/,
      /^Die Sperrfrist bis \d.* steht in dieser Sprachfassung/,
    ],
    [
      'Delete a disclaimer in use',
      async () => {
        const { documentId } = await newsroom()
          .strapi.documents('api::disclaimer.disclaimer')
          .create({
            data: { name: title(), key: `r-${Date.now()}`, text: 'Mind.', appliesTo: 'chosen' },
            status: 'published',
          });
        await draft({ disclaimers: [documentId] });
        return send('delete', `${DISCLAIMERS}/${documentId}?locale=en`);
      },
      /^This disclaimer is in use by 1 article/,
      /^Der Hinweis wird verwendet .*Artikel, die ihn verwenden: 1\./,
    ],
    [
      'Schedule what a rule blocks',
      async () => times(await draft({ kind: 'opinion' }), { publishAt: await inHours(1) }),
      /^Not published in “en”/,
      /^Nicht auf Englisch veröffentlicht\. Ein Artikel der Art „Meinung“/,
    ],
    [
      'Schedule for yesterday',
      async () => times(await draft(), { publishAt: await inHours(-24) }),
      /^publishAt is .*it is now/,
      /^\d.* ist vorbei\. Geben Sie einen späteren Zeitpunkt an\.$/,
    ],
    [
      'Schedule before the embargo of another language',
      async () => {
        const documentId = await draft({ embargoUntil: await inHours(2) });
        await documents().update({ documentId, locale: 'es', data: { title: title() } });
        return times(documentId, { locale: 'es', publishAt: await inHours(1) });
      },
      /^publishAt is .*the embargo holds until/,
      /^Die Sperrfrist gilt bis \d.*Planen Sie den Artikel/,
    ],
    [
      'Lift an embargo without a reason',
      async () => times(await draft({ embargoUntil: await inHours(1) }), { embargoUntil: null }),
      /^embargoUntil is null: moving an embargo/,
      /^Eine Sperrfrist aufzuheben/,
    ],
    [
      'Set the times of what is deleted',
      async () => times('gone', { publishAt: await inHours(1) }),
      /^There is no article "gone" in "en"/,
      /^Es gibt auf Englisch keinen Artikel mehr\.$/,
    ],
    [
      'Retract without a notice',
      async () =>
        send('post', `/newsroom/articles/${await publishArticle(newsroom(), ['Words.'])}/retract`).send({
          notice: ' ',
        }),
      /^notice is " ": a retraction needs/,
      /^Wer einen Artikel zurückzieht/,
    ],
    [
      'Retract what readers do not have',
      async () => send('post', `/newsroom/articles/${await draft()}/retract`).send({ notice: 'Wrong.' }),
      /is not published in "en", so there is nothing to retract/,
      /^Die Leser haben den Artikel auf Englisch nicht/,
    ],
    [
      'Retract twice',
      async () => send('post', `/newsroom/articles/${await retracted()}/retract`).send({ notice: 'Wrong.' }),
      /was retracted in "en" on .* already/,
      /^Der Artikel wurde auf Englisch schon zurückgezogen, am \d/,
    ],
    [
      'Save a slug that is taken',
      async () => {
        await draft({ slug: 'taken-in-german' });
        return send('put', `${MANAGER}/${await draft()}`).send({ slug: 'taken-in-german' });
      },
      /^slug is "taken-in-german": another article in locale "en"/,
      /^Die Adresse „taken-in-german“ ist auf Englisch vergeben/,
    ],
    [
      'Look a ticker up with a wrong ISIN',
      async () =>
        send('post', '/newsroom/tickers/completion').send({
          source: 'provider',
          symbol: 'MSFT',
          mic: 'XNAS',
          isin: 'US0000000000',
        }),
      /^The ticker cannot be looked up\./,
      /^„US0000000000“ ist keine ISIN/,
    ],
    [
      'Save a ticker with a wrong ISIN',
      async () => send('post', TICKERS).send({ symbol: 'ZZZ', mic: 'XNAS', isin: 'US0000000000' }),
      /^isin is "US0000000000": not an ISIN/,
      /^„US0000000000“ ist keine ISIN/,
    ],
  ];

  it.each(roads)('%s', async (_what, road, english, german) => {
    const { status, body: answer } = await road();
    const words = wordError(answer.error, { language: 'de', timeZone: 'Europe/Berlin' })?.message;
    expect([status >= 400 && status < 500, answer.error.message, words]).toEqual([
      true,
      expect.stringMatching(english),
      expect.stringMatching(german),
    ]);
    // A value that is missing.
    expect(words).not.toMatch(/„“|\(\)|\{/);
  });
};
