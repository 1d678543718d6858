import { ARTICLE, body, publishArticle } from '../support/articles';
import { ARTICLES, editView } from './support/edit-view';
import { expect, test } from './support/newsroom-test';
import { expectAccessible, picture, prefer } from './support/screens';
import { VIEWPORT } from './support/viewport';
import { visit } from './support/visit';

test('the homepage links the publications that need attention', async ({ admin: page, newsroom }) => {
  await publishArticle(newsroom, ['(NASDAQ: NOSUX)'], { title: 'Wants a person' });
  await visit(page, newsroom.address, '/admin');
  const attention = page.getByRole('region', { name: 'Quotes that need attention' });
  const link = attention.getByRole('link', { name: 'Wants a person' });
  await expect(link).toBeVisible();
  const today = page.getByRole('region', { name: 'Published today' });
  await expect(today.getByRole('listitem').filter({ hasText: 'Wants a person' })).toContainText(
    /1 needs attention.*English/,
  );
  await expectAccessible(page, 'section[aria-labelledby] ul');
  await expect(page.getByText('1 quote unavailable').first()).toBeVisible();
  await picture(page.getByRole('region', { name: 'Quotes that need attention' }), 'homepage');
  await link.click();
  await expect(page.getByLabel('Headline')).toHaveValue('Wants a person');
});

test('the Preview button opens the article as readers would see it', async ({ admin: page, newsroom }) => {
  const documentId = await publishArticle(newsroom, ['Microsoft (NASDAQ: MSFT) rose.'], {
    title: 'Previewed',
  });
  await editView(page, newsroom.address).open(documentId);
  await page.getByRole('link', { name: 'Open preview' }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Previewed' })).toBeVisible();
  await expect(frame.locator('.quote')).toContainText('$480.00');
  await picture(page, 'preview');
});

test('the Content-Type Builder has the checkbox', async ({ newPage, newsroom }) => {
  const page = await newPage();
  // The builder works where Strapi may write files, as under `strapi develop`.
  newsroom.strapi.config.set('autoReload', true);
  try {
    await page.goto(
      `${newsroom.address}/admin/plugins/content-type-builder/content-types/api::article.article`,
    );
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'Advanced Settings' }).click();
    await expect(dialog.getByLabel('Attach quote snapshots on publish')).toBeChecked();
    await picture(dialog, 'content-type-builder');
  } finally {
    newsroom.strapi.config.set('autoReload', false);
  }
});

test('the panel is dark where the user is, narrow where the screen is, and speaks German', async ({
  newPage,
  newsroom,
}) => {
  const page = await newPage();
  const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT), (NYSE: ORCL) and (TSE: 7777)'], {
    title: 'Dark and narrow',
  });
  const { open, rows } = editView(page, newsroom.address);
  await prefer(page, { theme: 'dark', language: 'en' });
  await open(documentId);
  await expect(rows.filter({ hasText: 'MSFT' })).toContainText('$480.00');
  await expectAccessible(page, 'aside');
  await picture(page, 'panel-dark');

  await page.setViewportSize({ width: 390, height: 844 });
  // Where the screen is narrow, Strapi keeps its panels in a drawer.
  await page.getByRole('button', { name: 'Open more actions' }).click();
  const heading = page.getByRole('heading', { name: 'Quotes' });
  await heading.scrollIntoViewIfNeeded();
  await expect(heading).toBeInViewport();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await picture(page, 'panel-narrow');

  await page.setViewportSize(VIEWPORT);
  await prefer(page, { theme: 'light', language: 'de' });
  await page.reload();
  await expect(page.getByText('2 erfasst · 1 zu prüfen')).toBeVisible();
  await expect(page.getByText('480,00 $').first()).toBeVisible();
  await expect(page.getByLabel('Überschrift').first()).toBeVisible();
  await expect(page.getByText('Ist sie leer, entsteht sie aus der Überschrift.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Art' })).toHaveText('Nachricht');
  await picture(page, 'panel-german');
});

test('nothing comes from anywhere but the newsroom', async ({ newPage, newsroom }) => {
  const page = await newPage();
  const { create, panel } = editView(page, newsroom.address);
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    // What Strapi itself asks of its makers is Strapi's.
    if (
      protocol.startsWith('http') &&
      origin !== newsroom.address &&
      !/strapi\.io$/.test(new URL(request.url()).hostname)
    )
      foreign.push(request.url());
  });
  await create('Here only', '(NASDAQ: MSFT)');
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  expect(foreign).toEqual([]);
});

test('the list of articles fits a screen of 1400 pixels, in English and in German', async ({
  newPage,
  newsroom,
}) => {
  const headline = 'A headline as long as headlines of market news are when several companies are in it';
  await publishArticle(newsroom, ['(NASDAQ: MSFT) and (NASDAQ: NOSUX)'], { title: headline });
  const [publishAt, embargoUntil] = [26, 25].map((hours) => new Date(Date.now() + hours * 3_600_000));
  await newsroom.strapi.documents(ARTICLE).create({
    data: { title: `${headline} too`, kind: 'press-release', body: body('-'), publishAt, embargoUntil },
  });
  for (const [language, quotes, kind, embargo] of [
    ['en', '1Captured', 'Press release', /Embargo ends/],
    ['de', '1Erfasst', 'Pressemitteilung', /Sperrfrist endet/],
  ] as const) {
    const page = await newPage();
    await prefer(page, { theme: 'light', language });
    await page.setViewportSize({ width: 1400, height: 800 });
    await page.goto(`${newsroom.address}${ARTICLES}?plugins[i18n][locale]=en&sort=updatedAt:DESC`);
    const rows = page.getByRole('row').filter({ hasText: headline });
    await expect(rows.filter({ hasText: quotes })).toHaveCount(1);
    const planned = rows.filter({ hasText: `${headline} too` });
    await expect(planned).toContainText(embargo);
    await expect(planned).toContainText(kind);
    // The list is of one language.
    await expect(planned).not.toContainText(/English|Englisch/);
    await picture(page, `list-at-1400-${language}`, 'newsroom');
    const cut = await page.getByRole('grid').evaluate((table) => {
      const around = table.parentElement ?? table;
      return [around, document.documentElement].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      );
    });
    expect(cut).toEqual([0, 0]);
  }
});
