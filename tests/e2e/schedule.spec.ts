import type { Page } from '@playwright/test';
import { localTimeOf } from '../../src/admin/times/zoned-time';
import { shiftDatabaseTime } from '../../src/newsroom/clock/database-time';
import { draftArticle, inMs, isOut, MINUTE_MS, runTurn } from '../support/article-times';
import { ARTICLE, body, settled } from '../support/articles';
import { ARTICLES, editView } from './support/edit-view';
import { expect, test, type ServedNewsroom } from './support/newsroom-test';
import { expectAccessible, picture, prefer } from './support/screens';
import { VIEWPORT } from './support/viewport';
import { visit } from './support/visit';

/** The market's clocks. The editor's own, in these browsers, are in New York. */
const LONDON = 'Europe/London';
const NEW_YORK = 'America/New_York';
const HOUR_MS = 60 * MINUTE_MS;

/** The panel of an article's times, and its dialogs. */
const timesPanel = (page: Page) => {
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Times' }) });
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

test('an editor schedules an article, moves it and sets an embargo; the list says so', async ({
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
  await dialog.getByRole('combobox', { name: 'Time zone' }).click();
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

  // Strapi remembers how the list was sorted last, and an earlier test sorts it by headline.
  await visit(page, newsroom.address, `${ARTICLES}?plugins[i18n][locale]=en&sort=updatedAt:DESC`);
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

test('a later look that fails takes nothing from an editor who is entering a time', async ({
  admin: page,
  newsroom,
}) => {
  const documentId = await draftArticle(newsroom, {
    title: 'Entered while the line is down',
    body: body('Rates'),
  });
  const { open } = editView(page, newsroom.address);
  const { panel, local, send } = timesPanel(page);
  await page.clock.install();
  await open(documentId);
  await panel.getByRole('button', { name: 'Set: Publish at' }).click();
  const entered = localTimeOf(await inMs(newsroom, 2 * HOUR_MS), LONDON);
  await local.fill(entered);

  await page.route('**/newsroom/articles/*/times*', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/times'));
  await page.clock.runFor(31_000);
  await failed;
  await expect(page.getByText('could not be read')).toBeAttached();
  await expect(local).toHaveValue(entered);

  await page.unroute('**/newsroom/articles/*/times*');
  await send('Schedule the publication');
  await expect(panel.getByText('Published in 2 hours.')).toBeVisible();
  await expect(panel.getByText('could not be read')).toBeHidden();
});

test('hundreds that are due in one minute are one line until they are asked for; reasons are in the editor’s language', async ({
  newPage,
  newsroom,
}) => {
  const { strapi } = newsroom;
  await draftArticle(newsroom, {
    title: 'Two dates passed',
    publishAt: await inMs(newsroom, MINUTE_MS),
    unpublishAt: await inMs(newsroom, 2 * MINUTE_MS),
  });
  await passTime(newsroom, 3 * MINUTE_MS);
  const publishAt = (await inMs(newsroom, HOUR_MS)).toISOString();
  const titles = Array.from({ length: 500 }, (_, n) => `At the bell ${String(n).padStart(3, '0')}`);
  for (let start = 0; start < titles.length; start += 100) {
    const data = titles.slice(start, start + 100).map((title) => {
      const documentId = title.toLowerCase().replaceAll(' ', '-');
      return {
        documentId,
        slug: documentId,
        title,
        locale: 'en',
        kind: 'news',
        publishAt,
        publishedAt: null,
      };
    });
    await strapi.db.query(ARTICLE).createMany({ data: data as never });
  }
  const page = await newPage();
  await prefer(page, { theme: 'light', language: 'de' });
  await page.goto(`${newsroom.address}/admin/schedule`);
  const entries = page.getByRole('main').getByRole('listitem');
  const ofTheBell = entries.filter({ hasText: 'At the bell' });
  const unfold = page.getByRole('button', { name: 'Alle 500 anzeigen' });
  await expect(unfold).toBeVisible();
  await expect(ofTheBell).toHaveCount(10);
  const why = 'Beide Zeitpunkte waren vorbei, als der Artikel an die Reihe kam';
  await expect(entries.filter({ hasText: 'Two dates passed' })).toContainText(why);
  await expect(entries.filter({ hasText: 'Two dates passed' })).toContainText('von einem Programm');
  await expectAccessible(page, 'main section');
  await picture(page, 'schedule-german', 'newsroom');
  const begun = performance.now();
  await unfold.click();
  await expect(ofTheBell).toHaveCount(500);
  test.info().annotations.push({ type: 'ms to show 500', description: String(performance.now() - begun) });
  await page.getByRole('button', { name: 'Weniger anzeigen' }).click();
  await expect(ofTheBell).toHaveCount(10);

  await prefer(page, { theme: 'dark', language: 'de' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(unfold).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await picture(page, 'schedule-narrow', 'newsroom');

  await page.setViewportSize(VIEWPORT);
  await page.goto(`${newsroom.address}/admin`);
  const desk = page.getByRole('region', { name: 'Planung' });
  await expect(desk.getByRole('listitem').filter({ hasText: 'Two dates passed' })).toContainText(why);
  await expectAccessible(page, 'section[aria-labelledby] ul');
  await picture(desk, 'desk-dark', 'newsroom');

  await page.goto(`${newsroom.address}/admin/newsroom/records`);
  await page.getByRole('tab').last().click();
  const act = page.getByRole('listitem').filter({ hasText: why });
  await expect(act.first()).toContainText('nach Zeitplan');
  await picture(page, 'acts-dark', 'newsroom');
});
