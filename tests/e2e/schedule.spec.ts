import type { Page } from '@playwright/test';
import { localTimeOf } from '../../src/admin/times/zoned-time';
import { shiftDatabaseTime } from '../../src/newsroom/clock/database-time';
import { signInAs } from '../support/admin-user';
import { draftArticle, inMs, isOut, MINUTE_MS, runTurn } from '../support/article-times';
import { ARTICLE, body, settled } from '../support/articles';
import { ARTICLES, editView } from './support/edit-view';
import { expect, test, type ServedNewsroom } from './support/newsroom-test';
import { expectAccessible, picture, prefer } from './support/screens';
import { visit } from './support/visit';

/** The market's clocks. The editor's own, in these browsers, are in New York. */
const LONDON = 'Europe/London';
const NEW_YORK = 'America/New_York';
const HOUR_MS = 60 * MINUTE_MS;

/** The panel of an article's times, and its dialogs. */
const timesPanel = (page: Page, title = 'Times') => {
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: title }) });
  const dialog = page.getByRole('dialog');
  return {
    panel,
    dialog,
    row: (name: string) => panel.getByRole('region', { name }),
    local: dialog.getByLabel('Date and time'),
    send: (name: string) => dialog.getByRole('button', { name, exact: true }).click(),
  };
};

let passed = 0;

/** Time passes on the database's clock, which schedules are kept by, and the schedule has its turn. */
const passTime = async (newsroom: ServedNewsroom, milliseconds: number) => {
  passed += milliseconds;
  shiftDatabaseTime(newsroom.strapi, milliseconds);
  await runTurn(newsroom);
  await settled(newsroom);
};

const setMarket = ({ strapi }: ServedNewsroom, mic: string, timeZone: string) =>
  strapi.config.set('newsroom.market', { mic, timeZone });

test.beforeAll(({ newsroom }) => setMarket(newsroom, 'XLON', LONDON));
test.afterAll(async ({ newsroom }) => {
  await newsroom.strapi.db.query(ARTICLE).deleteMany({ where: {} });
  shiftDatabaseTime(newsroom.strapi, -passed);
  setMarket(newsroom, 'XNYS', NEW_YORK);
});

test('an editor schedules an article, moves it and sets an embargo; list, desk and calendar say so', async ({
  admin: page,
  newsroom,
}) => {
  const documentId = await draftArticle(newsroom, {
    title: 'Rates to be decided',
    body: body('Rio Tinto (LSE: RIO)'),
  });
  const { open, write, save } = editView(page, newsroom.address);
  const { panel, dialog, row, local, send } = timesPanel(page);
  await open(documentId);
  await expect(panel.getByText('No publication is scheduled.')).toBeVisible();

  await panel.getByRole('button', { name: 'Set: Publish at' }).click();
  await local.fill('2027-03-28T01:30');
  await expect(dialog.getByText('never show this time')).toBeVisible();
  await local.fill('2027-10-31T01:30');
  await dialog.getByRole('combobox', { name: 'Which of the two' }).click();
  await page.getByRole('option', { name: 'The second (GMT+0)' }).click();
  await expect(
    dialog.getByText('Sun, Oct 31, 2027, 01:30 GMT+0 London · Sat, Oct 30, 2027, 21:30 you; on a weekend'),
  ).toBeVisible();
  await local.fill('2026-01-05T16:05');
  await send('Schedule the publication');
  await expect(dialog.getByText('This time is over. Give a later one.')).toBeVisible();
  const first = new Date(Math.ceil((await inMs(newsroom, 2 * HOUR_MS)).getTime() / MINUTE_MS) * MINUTE_MS);
  await local.fill(localTimeOf(first, LONDON));
  await expect(dialog.getByText(/London · .*\d\d:\d\d you/)).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'schedule-dialog', 'newsroom');
  await send('Schedule the publication');
  await expect(panel.getByText('Published in 2 hours.')).toBeVisible();
  await expect(row('Publish at').getByText('By Ada Admin')).toBeVisible();

  // Typed on the editor's own clocks.
  await panel.getByRole('button', { name: 'Change: Publish at' }).click();
  await dialog.getByRole('combobox', { name: 'On whose clocks' }).click();
  await page.getByRole('option', { name: 'New York (you)' }).click();
  const moved = new Date(first.getTime() - 108 * MINUTE_MS);
  await local.fill(localTimeOf(moved, NEW_YORK));
  await send('Schedule the publication');
  await expect(panel.getByText(/Published in 1[123] minutes\./)).toBeVisible();
  await expect(row('Publish at').locator('time')).toHaveAttribute('datetime', moved.toISOString());

  await panel.getByRole('button', { name: 'Set: Embargo until' }).click();
  await local.fill(localTimeOf(first, LONDON));
  await send('Set the embargo');
  await expect(dialog.getByText('Change the publication first.')).toBeVisible();
  await local.fill(localTimeOf(moved, LONDON));
  await send('Set the embargo');
  await expect(dialog).toBeHidden();
  await expectAccessible(page, 'aside');
  await picture(page, 'times-panel', 'newsroom');

  await write('Not saved yet.');
  await expect(panel.getByText('Save your changes first')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Remove: Publish at' })).toBeDisabled();
  await save();

  await visit(page, newsroom.address, ARTICLES);
  const listed = page.getByRole('row').filter({ hasText: 'Rates to be decided' });
  await expect(listed).toContainText(/in 1[0123] minutes/);
  await expect(listed).toContainText(/Embargo ends in 1[0123] minutes/);
  await picture(page, 'times-in-the-list', 'newsroom');

  await open(documentId);
  await panel.getByRole('button', { name: 'Lift the embargo: Embargo until' }).click();
  await send('Lift the embargo');
  await expect(dialog.getByText('Say why the embargo ends earlier.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('The bank has published its decision.');
  await send('Lift the embargo');
  await expect(dialog).toBeHidden();
  await expect(row('Embargo until').getByText('Not set')).toBeVisible();

  await passTime(newsroom, moved.getTime() - (await inMs(newsroom, 0)).getTime());
  expect(await isOut(newsroom, documentId)).toBe(true);
  await visit(page, newsroom.address, '/admin/me');
  await open(documentId);
  await expect(panel.getByText('Readers have the article.')).toBeVisible();
});

test('a reporter proposes a time, and an editor confirms it', async ({ admin: page, newPage, newsroom }) => {
  const { strapi, address } = newsroom;
  const reporter = await newPage({ token: await signInAs(strapi, 'newsroom-reporter') });
  const theirs = timesPanel(reporter);
  const { create, save } = editView(reporter, address);
  await create('Proposed by a reporter', 'x');
  await expect(theirs.panel.getByText('Save the article first, then set its times.')).toBeVisible();
  await save();
  await theirs.panel.getByRole('button', { name: 'Propose a time: Publish at' }).click();
  await theirs.local.fill(localTimeOf(await inMs(newsroom, 3 * HOUR_MS), LONDON).slice(0, 16));
  await theirs.send('Propose a time');
  await expect(theirs.panel.getByText(/^Proposed: /)).toBeVisible();
  await expect(theirs.panel.getByRole('button', { name: 'Withdraw: Publish at' })).toBeVisible();
  await expectAccessible(reporter, 'aside');

  const article = await strapi.documents(ARTICLE).findFirst({ filters: { title: 'Proposed by a reporter' } });
  await editView(page, address).open(String(article?.documentId));
  const { panel } = timesPanel(page);
  await expect(
    panel.getByText('A time is proposed. Somebody who may publish has to confirm it.'),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Confirm: Publish at' }).click();
  await expect(panel.getByText('Published in 3 hours.')).toBeVisible();
});

test('the calendar shows what is to come, hundreds in one minute, and what was held back; so does the desk', async ({
  admin: page,
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const held = await draftArticle(newsroom, {
    title: 'Opinion without a byline',
    kind: 'opinion',
    publishAt: await inMs(newsroom, MINUTE_MS),
  });
  const levels = strapi.config.get<object>('newsroom.rules');
  strapi.config.set('newsroom.rules', { ...levels, byline: 'block' });
  await passTime(newsroom, 2 * MINUTE_MS);
  strapi.config.set('newsroom.rules', levels);
  // Further than any test passes time, and in the week that is shown.
  const bell = new Date((await inMs(newsroom, 26 * HOUR_MS)).setUTCMinutes(0, 0, 0));
  await strapi.db.query(ARTICLE).createMany({
    data: Array.from({ length: 500 }, (_one, index) => ({
      documentId: `bell${String(index).padStart(20, '0')}`,
      locale: 'en',
      title: `Closing price ${String(index + 1).padStart(3, '0')}`,
      kind: 'news',
      publishAt: bell,
    })),
  });
  const week = `/admin/schedule?length=month&day=${bell.toISOString().slice(0, 10)}`;
  await visit(page, address, week);
  await expect(page.getByRole('heading', { name: 'Schedule' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Closing price 010' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Closing price 011' })).toHaveCount(0);
  await expectAccessible(page, 'main');
  await picture(page, 'schedule', 'newsroom');
  await page.getByRole('button', { name: 'Show all 500' }).click();
  await expect(page.getByRole('link', { name: 'Closing price 500' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'German' }).click();
  await expect(page.getByText('Nothing is planned on these days.')).toBeVisible();

  const heldDay = (await inMs(newsroom, 0)).toISOString().slice(0, 10);
  await page.route('**/newsroom/schedule?*', (route) => route.abort());
  await visit(page, address, `/admin/schedule?length=month&day=${heldDay}&locale=en`);
  await expect(page.getByText('The schedule could not be read.')).toBeVisible();
  await page.unroute('**/newsroom/schedule?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'Opinion without a byline' });
  await expect(entry).toContainText(/Held back.*needs a byline/s);

  await visit(page, address, '/admin');
  const desk = page.getByRole('region', { name: 'Schedule' });
  await expect(desk.getByRole('list', { name: 'Held back' })).toContainText('Opinion without a byline');
  await expect(desk.getByRole('list', { name: 'Published next' }).getByRole('listitem')).toHaveCount(10);
  await expectAccessible(page, 'main');
  await picture(desk, 'desk', 'newsroom');
  await desk.getByRole('link', { name: 'Opinion without a byline' }).click();
  const { panel } = timesPanel(page);
  await expect(panel.getByText('Held back: it was not published.')).toBeVisible();
  await expect(panel.getByText(/needs a byline/)).toBeVisible();

  const dark = await newPage();
  await prefer(dark, { theme: 'dark', language: 'de' });
  await dark.setViewportSize({ width: 390, height: 844 });
  await visit(dark, address, week);
  await expect(dark.getByRole('button', { name: 'Alle 500 zeigen' })).toBeVisible();
  const overflow = await dark.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(dark, 'main');
  await picture(dark, 'schedule-dark-narrow-german', 'newsroom');
  await editView(dark, address).open(held);
  await dark.getByRole('button', { name: 'Open more actions' }).click();
  const german = timesPanel(dark, 'Zeiten');
  await german.panel.getByRole('button', { name: 'Setzen: Veröffentlichen am' }).click();
  await dark.getByLabel('Datum und Uhrzeit').fill('2027-06-01T16:05');
  await expect(dark.getByText(/bei Ihnen; nach Börsenschluss/)).toBeVisible();
  await expectAccessible(dark, '[role="dialog"] form');
  await picture(dark, 'times-dialog-dark-narrow-german', 'newsroom');
});
