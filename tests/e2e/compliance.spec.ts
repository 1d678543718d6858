import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { retractArticle } from '../../src/newsroom/retraction/retract-article';
import type { RuleLevels } from '../../src/newsroom/rules/rules';
import { createAdminUser, mayWith } from '../support/admin-user';
import { inMs, MINUTE_MS } from '../support/article-times';
import { ARTICLE, body } from '../support/articles';
import { ARTICLES, editView } from './support/edit-view';
import { expect, test, type ServedNewsroom } from './support/newsroom-test';
import { expectAccessible, picture, prefer } from './support/screens';
import { visit } from './support/visit';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const RECORD = 'api::article-publication.article-publication';
const READ = 'plugin::content-manager.explorer.read';
const WARN: RuleLevels = { 'disclaimer-text': 'warn', mentions: 'warn', byline: 'warn', corrections: 'warn' };

const setRules = ({ strapi }: ServedNewsroom, levels: Partial<RuleLevels> = {}) =>
  strapi.config.set('newsroom.rules', { ...WARN, ...levels });

/** The panel that says what publishing would meet. */
const checks = (page: Page, title = 'Before you publish') => {
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: title }) });
  return {
    panel,
    findings: panel.getByRole('list', { name: 'To check' }).getByRole('listitem'),
    disclaimers: panel.getByRole('list', { name: /^Disclaimers/ }).getByRole('listitem'),
  };
};

test.beforeAll(async ({ newsroom }) => {
  const documents = newsroom.strapi.documents(DISCLAIMER);
  const everywhere = { key: 'no-advice', appliesTo: 'every-article' as const };
  const { documentId } = await documents.create({
    data: { ...everywhere, name: 'No investment advice', text: 'This is no advice.' },
    status: 'published',
  });
  const translated = { ...everywhere, name: 'No es consejo de inversión', text: 'Esto no es un consejo.' };
  await documents.update({ documentId, locale: 'es', data: translated, status: 'published' });
  await documents.create({
    data: {
      key: 'delayed',
      name: 'Quotes are delayed',
      text: 'Quotes are delayed.',
      appliesTo: 'articles-with-quotes',
    },
    status: 'published',
  });
});
test.afterEach(({ newsroom }) => setRules(newsroom));

test('what stands in the way is said while an editor writes; what is refused says why', async ({
  admin: page,
  newsroom,
}) => {
  setRules(newsroom, { byline: 'block' });
  const { create, write, publish } = editView(page, newsroom.address);
  const { panel, findings, disclaimers } = checks(page);
  await create('Why chips rose', 'Nothing named yet.');
  await expect(panel.getByText('The article can be published.')).toBeVisible();
  await expect(disclaimers).toHaveText([/^No investment advice.*English.*On every article$/]);

  await write('Bank (TSE: RY) and Microsoft (NASDAQ: MSFT).');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'opinion' }).click();
  await expect(panel.getByText('1 problem has to be solved before publishing.')).toBeVisible();
  await expect(findings).toHaveText([
    /^Byline.*Blocks.*“Opinion” needs a byline: say who wrote it/,
    /^Summary.*Warning.*“TSE: RY” may mean several listings/,
  ]);
  await expect(disclaimers.last()).toHaveText(/^Quotes are delayed.*English.*On articles with quotes$/);
  await expectAccessible(page, 'aside');
  await picture(page, 'before-you-publish', 'newsroom');

  const answered = page.waitForResponse((answer) => answer.url().includes('/actions/publish'));
  // A notification goes by itself: it is waited for before it can come.
  const notified = expect(page.getByRole('region', { name: 'Notifications' }).getByRole('alert')).toHaveText(
    /Not published in English\. An article of the kind “opinion” needs a byline\. Say who wrote it/,
  );
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  expect((await answered).status()).toBe(400);
  await notified;
  await picture(page, 'publication-refused', 'newsroom');
  await expect(page.getByRole('textbox', { name: 'Byline' })).toHaveAttribute('aria-invalid', 'true');
  expect(await newsroom.strapi.db.query(ARTICLE).count({ where: { title: 'Why chips rose' } })).toBe(0);

  await page.getByLabel('Byline').fill('Ada Admin');
  await expect(panel.getByText('The article can be published. Check 1 point first.')).toBeVisible();
  await publish();
  await page.reload();
  await expect(findings).toHaveText([/^Summary.*Warning/]);
  const article = await newsroom.strapi.documents(ARTICLE).findFirst({
    filters: { title: 'Why chips rose' },
    status: 'published',
    populate: ['appliedDisclaimers'],
  });
  expect(article?.appliedDisclaimers?.map(({ key }) => key)).toEqual(['no-advice', 'delayed']);
});

test('a translation says which disclaimers have no text of its language', async ({
  admin: page,
  newsroom,
}) => {
  const { documentId } = await newsroom.strapi
    .documents(ARTICLE)
    .create({ data: { title: 'To translate', body: body('(NASDAQ: MSFT)') } });
  const { open, write } = editView(page, newsroom.address);
  const { findings, disclaimers } = checks(page);
  await open(documentId, 'es');
  await page.getByLabel('Headline').fill('Traducido');
  await write('Microsoft (NASDAQ: MSFT).');
  await expect(disclaimers).toHaveText([
    /^No es consejo de inversión.*Spanish/,
    /^Quotes are delayed.*English/,
  ]);
  await expect(findings).toHaveText([
    /^Disclaimers.*Warning.*“Quotes are delayed” has no published text in Spanish: readers are shown the one in English/,
  ]);
});

test('an answer that fails can be asked for again; other types have no such panel', async ({
  admin: page,
  newsroom,
}) => {
  const { create } = editView(page, newsroom.address);
  const { panel } = checks(page);
  await page.route('**/newsroom/publication-checks', (route) => route.abort());
  await create('Nobody answers', 'x');
  await expect(panel.getByText('The article could not be checked.')).toBeVisible();
  await expectAccessible(page, 'aside');
  await page.unroute('**/newsroom/publication-checks');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByText('The article can be published.')).toBeVisible();

  await visit(page, newsroom.address, `/admin/content-manager/collection-types/${DISCLAIMER}/create`);
  await expect(page.getByRole('heading', { name: 'Entry', exact: true })).toBeVisible();
  await expect(panel).toHaveCount(0);
});

test('who may read an article sees its checks, in their language, in the dark, on a narrow screen', async ({
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  setRules(newsroom, { byline: 'block' });
  const { documentId } = await strapi
    .documents(ARTICLE)
    .create({ data: { title: 'Read only', kind: 'analysis', body: body('(TSE: RY)') } });
  const reader = await createAdminUser(strapi, 'checks-reader', mayWith(strapi, ARTICLE, ['read']));
  const page = await newPage(reader);
  await prefer(page, { theme: 'dark', language: 'de' });
  await page.setViewportSize({ width: 390, height: 844 });
  await editView(page, address).open(documentId);
  const { panel } = checks(page, 'Vor der Veröffentlichung');
  // Strapi keeps the panels of a narrow screen in a drawer.
  await page.getByRole('button', { name: 'Open more actions' }).click();
  await expect(panel.getByText('1 Problem muss vor der Veröffentlichung gelöst werden.')).toBeInViewport();
  await expectAccessible(page, 'aside');
  await picture(page, 'checks-dark-narrow-german', 'newsroom');
});

test('a German editor reads in German why an article is not published, scheduled or taken offline', async ({
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  setRules(newsroom, { byline: 'block' });
  const unsigned = { title: 'Ohne Autorenzeile', kind: 'opinion' as const };
  const { documentId } = await strapi.documents(ARTICLE).create({ data: unsigned });
  const acts = ['create', 'read', 'update', 'delete', 'publish'] as const;
  const editor = await createAdminUser(strapi, 'german-editor', mayWith(strapi, ARTICLE, [...acts]));
  const page = await newPage(editor);
  await prefer(page, { theme: 'light', language: 'de' });
  const { open } = editView(page, address);
  // A notification goes by itself: it is waited for before it can come.
  const notified = (words: RegExp) =>
    expect(
      page
        .getByRole('region', { name: /^Notifications|^Benachrichtigungen/ })
        .getByRole('alert')
        // The one of the act before may still be there.
        .filter({ hasText: words }),
    ).toBeVisible();
  const refused =
    /Nicht auf Englisch veröffentlicht\. Ein Artikel der Art „Meinung“ braucht eine Autorenzeile\. Nennen Sie/;

  await open(documentId);
  const said = notified(refused);
  await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
  await said;
  await picture(page, 'publication-refused-german', 'newsroom');
  await expect(page.getByText(/^Ein Artikel der Art „Meinung“ braucht eine Autorenzeile/)).toBeVisible();

  await page.getByRole('button', { name: 'Festlegen: Veröffentlichen am' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Datum und Uhrzeit').fill('2030-01-07T12:00');
  await dialog.getByRole('button', { name: /plan/i }).click();
  await expect(dialog.getByText(refused)).toBeVisible();
  await picture(page, 'schedule-refused-german', 'newsroom');
  await dialog.getByRole('button', { name: 'Abbrechen' }).click();

  const { documentId: retracted } = await strapi
    .documents(ARTICLE)
    .create({ data: { title: 'Zurückgezogen' }, status: 'published' });
  await retractArticle(strapi, { documentId: retracted, locale: 'en', notice: 'Falsch.' });
  await open(retracted);
  await page.getByRole('button', { name: 'Weitere Dokumentaktionen' }).click();
  const kept = notified(/Der Artikel wurde auf Englisch zurückgezogen, und seine Seite behält den Hinweis/);
  await page.getByRole('menuitem', { name: 'Nicht veröffentlichen' }).click();
  await kept;
  await picture(page, 'unpublication-refused-german', 'newsroom');
});

test('a change after publication is explained, compared, and the article retracted', async ({
  admin: page,
  newsroom,
}) => {
  const { documentId, slug } = await newsroom.strapi.documents(ARTICLE).create({
    data: { title: 'Dividend raised', summary: 'The dividend is 20 cents.', body: body('(NASDAQ: MSFT)') },
    status: 'published',
  });
  const { open, write, publish } = editView(page, newsroom.address);
  const panel = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'After publication' }) });
  const publications = panel.getByRole('list', { name: 'Publications' }).getByRole('listitem');
  await open(documentId);
  await expect(publications).toHaveText([/First/]);
  await expect(panel.getByText('Readers have seen another text.')).toHaveCount(0);

  await write('The dividend is 20 pence.');
  await expect(panel.getByText('Readers have seen another text.')).toBeVisible();
  await panel.getByRole('combobox', { name: 'What the change is' }).click();
  await page.getByRole('option', { name: /^Correction/ }).click();
  await panel.getByLabel('Note to readers').fill('The dividend was given in cents.');
  await expectAccessible(page, 'aside');
  await picture(page, 'change-explained', 'newsroom');
  await publish();
  await expect(publications).toHaveText([
    /Correction.*By Ada Admin.*The dividend was given in cents\./,
    /First/,
  ]);

  await panel.getByRole('button', { name: 'What changed' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('del')).toHaveText('cents');
  await expect(dialog.locator('ins')).toHaveText('pence');
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'what-changed', 'newsroom');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const articlePage = `${newsroom.address}/articles/${slug}`;
  await page.goto(articlePage);
  await expect(page.getByRole('region', { name: 'Corrections' })).toContainText(
    'The dividend was given in cents.',
  );
  await picture(page, 'site-corrected', 'newsroom');

  await open(documentId);
  await panel.getByRole('button', { name: 'Retract' }).click();
  await dialog.getByRole('button', { name: 'Retract the article' }).click();
  await expect(dialog.getByText('Write the notice first.')).toBeVisible();
  await dialog.getByLabel('Notice to readers').fill('There is no dividend.');
  await picture(page, 'retract', 'newsroom');
  await dialog.getByRole('button', { name: 'Retract the article' }).click();
  await expect(panel.getByText('Retracted: readers see the notice instead of the text.')).toBeVisible();
  await expect(publications.first()).toHaveText(/Retraction.*There is no dividend\./);
  await expect(panel.getByRole('button', { name: 'Retract' })).toHaveCount(0);

  await page.goto(articlePage);
  await expect(page.getByRole('region', { name: 'This article has been retracted' })).toContainText(
    'There is no dividend.',
  );
  await expect(page.getByText('20 pence')).toHaveCount(0);
  await picture(page, 'site-retracted', 'newsroom');
});

test('an old form that says what a colleague has published is told so, and says anew what its change is', async ({
  admin: page,
  newsroom,
}) => {
  const documents = newsroom.strapi.documents(ARTICLE);
  const { documentId } = await documents.create({
    data: { title: 'Profit falls', summary: 'Profit fell by 2%.' },
    status: 'published',
  });
  const correction = { changeKind: 'correction' as const, changeNote: 'It fell by 3%, and not by 2%.' };
  await documents.update({ documentId, data: { summary: 'Profit fell by 3%.', ...correction } });
  const { open, write, publish } = editView(page, newsroom.address);
  const panel = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'After publication' }) });
  await open(documentId);
  await expect(panel.getByLabel('Note to readers')).toHaveValue(correction.changeNote);
  await documents.publish({ documentId });
  await write('Profit fell by 3%, the bank says.');
  // A notification goes by itself: it is waited for before it can come.
  const said = expect(
    page
      .getByRole('region', { name: /^Notifications/ })
      .getByRole('alert')
      .filter({ hasText: /The form says of the change what was published already, last at/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await said;
  await picture(page, 'change-said-already', 'newsroom');
  // Nothing that was written is lost, and what the change is is asked anew.
  await expect(page.getByLabel('Summary')).toHaveValue('Profit fell by 3%, the bank says.');
  await expect(panel.getByText('Readers have seen another text.')).toBeVisible();
  await expect(panel.getByRole('combobox', { name: 'What the change is' })).toHaveText('Not said yet');
  const sayUpdate = async () => {
    await panel.getByRole('combobox', { name: 'What the change is' }).click();
    await page.getByRole('option', { name: /^Update/ }).click();
  };
  await sayUpdate();
  await publish();
  const publications = panel.getByRole('list', { name: 'Publications' }).getByRole('listitem');
  await expect(publications).toHaveText([/Update/, /Correction/, /First/]);
  await expect(page.getByLabel('Summary')).toHaveValue('Profit fell by 3%, the bank says.');
  // The same may be said again by whoever chooses it.
  await write('Profit fell by 3%, the bank said.');
  await sayUpdate();
  await publish();
  await expect(publications).toHaveText([/Update/, /Update/, /Correction/, /First/]);
});

/** Publishes an article twice. */
const publishTwice = async ({ strapi }: ServedNewsroom, title: string): Promise<string> => {
  const documents = strapi.documents(ARTICLE);
  const { documentId } = await documents.create({
    data: { title, summary: 'The rate is 2%.', body: body('The bank pays 2%. (NASDAQ: MSFT)') },
    status: 'published',
  });
  await documents.update({
    documentId,
    data: {
      title: `${title} again`,
      summary: 'The rate is 3%.',
      body: body('The bank pays 3%. (NASDAQ: MSFT)'),
      changeKind: 'update',
      changeNote: 'The bank called.',
    },
    status: 'published',
  });
  return documentId;
};

test('what readers saw of a deleted article is opened from its line in the records', async ({
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const documentId = await publishTwice(newsroom, 'Rates fall');
  const spanish = { title: 'Bajan los tipos', body: body('Hola.') };
  await strapi.documents(ARTICLE).update({ documentId, locale: 'es', data: spanish, status: 'published' });
  await strapi.documents(ARTICLE).delete({ documentId });
  // The editors in chief of this newsroom read what Compliance does.
  const page = await newPage(
    await createAdminUser(strapi, 'chief', [
      { action: READ, subject: 'api::article-act.article-act' },
      { action: READ, subject: 'api::disclaimer-wording.disclaimer-wording' },
      { action: 'plugin::quote-snapshots.snapshots.read' },
      ...mayWith(strapi, ARTICLE, ['read']),
    ]),
  );
  await visit(page, address, '/admin/newsroom/records');
  await page.getByRole('tab', { name: 'What was done to articles' }).click();
  const line = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Deleted' }) });
  await expect(line.first()).toBeVisible();
  // There is nothing that a line of this language could lead to; the other one is still there.
  const lines = page.getByRole('main').getByRole('listitem');
  const published = lines.filter({ has: page.getByRole('heading', { name: 'Published', exact: true }) });
  const openSpanish = page.getByRole('link', { name: 'Open the article (Spanish)' });
  await expect(published.first().getByRole('link')).toHaveText('Open the article (Spanish)');
  await expect(line.first().getByRole('link')).toHaveCount(0);
  await expect(published.nth(1).getByRole('link')).toHaveCount(0);
  await expect(openSpanish).toHaveAttribute('href', new RegExp(`${documentId}.*locale.*=es$`));
  await expectAccessible(page, 'main');
  await picture(page, 'records-deleted', 'newsroom');
  await line.first().getByRole('button', { name: 'What readers saw' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'What readers saw (English)' })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Headline' })).toContainText('Rates fall again');
  await expect(dialog.getByRole('region', { name: 'Text' })).toContainText('The bank pays 3%.');
  await expect(dialog.getByRole('region', { name: 'Figures' })).toContainText('NASDAQ: MSFT 480.00 USD');
  await expect(dialog.getByText('The bank called.')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'what-readers-saw', 'newsroom');
  await dialog.getByRole('combobox', { name: 'Publication' }).click();
  await page.getByRole('option', { name: /First$/ }).click();
  await expect(dialog.getByRole('region', { name: 'Text' })).toContainText('The bank pays 2%.');
  await dialog.getByRole('button', { name: 'What changed' }).click();
  await expect(dialog.locator('del')).toHaveText(['2', '2']);
  await expect(dialog.locator('ins')).toHaveText(['again', '3', '3']);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
});

test('the acts of one article are reached from its edit view, and downloaded', async ({
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const documents = strapi.documents(ARTICLE);
  const inHours = async (hours: number) => inMs(newsroom, hours * 60 * MINUTE_MS);
  const { documentId } = await documents.create({
    data: { title: 'Moved twice', publishAt: await inHours(24) },
  });
  await documents.update({ documentId, data: { publishAt: await inHours(48) } });
  await documents.create({ data: { title: 'Another one', publishAt: await inHours(24) } });
  const reads = mayWith(strapi, ARTICLE, ['read']);
  const page = await newPage(
    await createAdminUser(strapi, 'acts-reader', [
      { action: READ, subject: 'api::article-act.article-act' },
      { action: READ, subject: 'api::disclaimer-wording.disclaimer-wording' },
      ...reads,
    ]),
  );
  const acts = page.getByRole('link', { name: 'Acts of this article' });
  await editView(page, address).open(documentId);
  await acts.click();
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines.getByRole('heading')).toHaveText(['Schedule moved', 'Scheduled']);
  await expect(lines.first()).toContainText(/Publish at: from .*\d\d:\d\d to .*\d\d:\d\d/);
  await expect(lines.last()).toContainText(/Publish at: [^:]*\d\d:\d\d/);
  await expectAccessible(page, 'main');
  await picture(page, 'acts-of-one-article', 'newsroom');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.match(new RegExp(documentId, 'g'))).toHaveLength(2);
  await page.route('**/acts.csv', (route) => route.abort());
  const notified = expect(
    page.getByRole('region', { name: 'Notifications' }).getByRole('alert'),
  ).toContainText('The file could not be downloaded.');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await notified;

  await page.getByRole('button', { name: 'Show all articles' }).click();
  await expect(page.getByRole('button', { name: 'Download CSV' })).toHaveCount(0);
  await expect(lines.first().getByRole('heading')).toHaveText('Scheduled');
  await lines.first().getByRole('button', { name: 'Only this article' }).click();
  await expect(lines.getByRole('heading')).toHaveText(['Scheduled']);
  expect(page.url()).toContain('article=');

  const writer = await newPage(await createAdminUser(strapi, 'reads-no-acts', reads));
  await editView(writer, address).open(documentId);
  await expect(writer.getByRole('heading', { name: 'Times' })).toBeVisible();
  await expect(writer.getByRole('link', { name: 'Acts of this article' })).toHaveCount(0);
});

test('a part that the role may not read is said to be not shown', async ({ newPage, newsroom }) => {
  const { strapi, address } = newsroom;
  const documentId = await publishTwice(newsroom, 'Rates rise');
  const page = await newPage(
    await createAdminUser(strapi, 'headlines', [
      { action: READ, subject: ARTICLE, properties: { fields: ['title'], locales: ['en'] } },
    ]),
  );
  await editView(page, address).open(documentId);
  const panel = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'After publication' }) });
  await expect(panel.getByText('There is a note. Your role may not read it.')).toHaveCount(1);
  await panel.getByRole('button', { name: 'What changed' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'Headline' }).locator('ins')).toHaveText('again');
  for (const name of ['Summary', 'Text', 'Photo caption', 'Photo credit', 'Figures', 'Disclaimers']) {
    await expect(dialog.getByRole('region', { name })).toContainText(
      'Not shown: your role may not read this part.',
    );
  }
  await expect(dialog).not.toContainText('%');
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'what-changed-limited', 'newsroom');
  await prefer(page, { theme: 'dark', language: 'de' });
  await page.reload();
  await page.getByRole('button', { name: 'Was sich geändert hat' }).click();
  await expect(
    dialog.getByText('Nicht gezeigt: Ihre Rolle darf diesen Teil nicht lesen.').first(),
  ).toBeVisible();
  await picture(page, 'what-changed-limited-german', 'newsroom');
});

test('older publications are shown, and the first can be compared with at once', async ({
  admin: page,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const documentId = await publishTwice(newsroom, 'Rates hold');
  const record = strapi.db.query(RECORD);
  const [, last] = await record.findMany({
    where: { articleDocumentId: documentId },
    orderBy: { id: 'asc' },
  });
  const { id: _id, note: _note, ...shown } = last;
  for (let n = 0; n < 60; n += 1) {
    await record.create({
      data: { ...shown, documentId: `hold-${n}`, change: 'republication', note: `No. ${n}` },
    });
  }
  await editView(page, address).open(documentId);
  const panel = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'After publication' }) });
  const publications = panel.getByRole('list', { name: 'Publications' }).getByRole('listitem');
  await expect(publications).toHaveCount(50);
  await expect(publications.last()).toContainText('No. 10');
  await panel.getByRole('button', { name: 'What changed' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Before' }).click();
  await page.getByRole('option', { name: /First$/ }).click();
  await expect(dialog.locator('del')).toHaveText(['2', '2']);
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await picture(panel, 'publications-older', 'newsroom');
  await panel.getByRole('button', { name: 'Show older' }).click();
  await expect(publications).toHaveCount(62);
  await expect(publications.last()).toContainText('First');
  await expect(panel.getByRole('button', { name: 'Show older' })).toHaveCount(0);
});

test('bulk publish names what a rule keeps back, and publishes the others', async ({
  admin: page,
  newsroom,
}) => {
  setRules(newsroom, { byline: 'block' });
  const documents = newsroom.strapi.documents(ARTICLE);
  await documents.create({ data: { title: 'Bulk goes out' } });
  await documents.create({ data: { title: 'Bulk is kept back', kind: 'opinion' } });
  await visit(page, newsroom.address, `${ARTICLES}?plugins[i18n][locale]=en&sort=title:ASC&_q=Bulk`);
  await page.getByRole('checkbox', { name: 'Select all entries' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const kept = dialog.getByRole('region', { name: '1 article is kept back' });
  await expect(kept.getByRole('listitem')).toHaveText(/^Bulk is kept back.*needs a byline/);
  await expect(dialog.getByRole('row').filter({ hasText: 'Bulk goes out' })).toContainText(
    'Ready to publish',
  );
  await expect(dialog.getByRole('row').filter({ hasText: 'Bulk is kept back' })).toHaveCount(0);
  await picture(page, 'bulk-publish', 'newsroom');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect
    .poll(() => newsroom.strapi.db.query(ARTICLE).count({ where: { title: 'Bulk goes out' } }))
    .toBe(2);
  expect(await newsroom.strapi.db.query(ARTICLE).count({ where: { title: 'Bulk is kept back' } })).toBe(1);
});

test('an empty headline is said before publishing, and the point leads to it', async ({
  admin: page,
  newsroom,
}) => {
  const { create } = editView(page, newsroom.address);
  const { panel, findings } = checks(page);
  await create('For a moment', 'No headline yet.');
  await page.getByLabel('Headline').fill('');
  await expect(panel.getByText('1 problem has to be solved before publishing.')).toBeVisible();
  await expect(findings).toHaveText([/^Headline.*Blocks.*This field is required/]);
  await findings.getByRole('button', { name: 'Headline' }).click();
  await expect(page.getByLabel('Headline')).toBeFocused();
});
