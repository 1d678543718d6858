import { lstatSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { createStandInProvider } from '../support/stand-in-provider';
import { serveForeignApp, type ServedApp } from './support/foreign-app';
import { makeForeignApp } from './support/make-foreign-app';

interface Foreign extends ServedApp {
  /** The app's own. */
  folder: string;
}

const REPORTS = '/admin/content-manager/collection-types/api::report.report';

/** An app of Strapi's generator with the packed plugin, and the first admin's browser. */
const test = base.extend<object, { app: Foreign; admin: Page }>({
  app: [
    async ({ browserName: _browserName }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-foreign-'));
      const provider = await createStandInProvider();
      provider.quote('MSFT', { Price: 480, PrevClose: 470, Name: 'Microsoft Corporation' });
      try {
        const { app } = await makeForeignApp(folder);
        const served = await serveForeignApp(app, provider);
        await use({ ...served, folder: app });
        await served.stop();
      } finally {
        await provider.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 900_000 },
  ],
  admin: [
    async ({ app, browser }, use) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const skip = page.getByRole('button', { name: 'Skip', exact: true });
      await page.addLocatorHandler(skip, () => skip.click());
      await page.goto(`${app.address}/admin`);
      await page.getByLabel('First name').fill('Ada');
      await page.getByLabel('Email').fill('ada@example.com');
      await page.getByLabel('Password', { exact: false }).first().fill('Sufficiently-long-1');
      await page.getByLabel('Confirm Password').fill('Sufficiently-long-1');
      await page.getByRole('button', { name: "Let's start" }).click();
      await page.getByRole('button', { name: 'Close guided tour' }).click();
      await use(page);
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.describe.configure({ mode: 'serial' });

test('the plugins are those that npm installed from their tarballs, with nothing but what they ask for', async ({
  app,
}) => {
  const modules = path.join(app.folder, 'node_modules');
  const { packages } = JSON.parse(await readFile(path.join(app.folder, 'package-lock.json'), 'utf8'));
  for (const plugin of ['strapi-plugin-quote-snapshots', 'strapi-plugin-response-cache']) {
    expect(lstatSync(path.join(modules, plugin)).isSymbolicLink()).toBe(false);
    expect(packages[`node_modules/${plugin}`].integrity).toMatch(/^sha512-/);
  }
  // What the newsroom has beside it is not there to lean on.
  for (const other of ['@strapi/plugin-graphql', 'yahoo-finance2', 'markdown-it', 'jest'])
    expect(packages[`node_modules/${other}`]).toBeUndefined();
});

/** The edit view's panel of the plugin. */
const panelOf = (page: Page) =>
  page.getByRole('complementary').filter({ has: page.getByRole('heading', { name: 'Quotes' }) });

test('the panel lists what the draft names, and speaks of no tickers where the app has none', async ({
  app,
  admin: page,
}) => {
  await page.goto(`${app.address}${REPORTS}/create`);
  await page.getByLabel('headline').fill('Microsoft (NASDAQ: MSFT) is up, but not (TSE: 7203)');
  const panel = panelOf(page);
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  const named = panel.getByRole('list', { name: 'Listings and their quotes' });
  await expect(named).toContainText('Microsoft Corporation');
  await expect(named).toContainText('$480.00');
  await expect(panel.getByText('“TSE” may mean Tokyo or TSX. Print the exchange in full')).toBeVisible();
  await expect(panel.getByText(/ticker|Unknown to the newsroom/i)).toHaveCount(0);

  // A rich text field (Markdown) is marked as a plain one is.
  const markdown = page.locator('.CodeMirror').first();
  await markdown.click();
  await page.keyboard.type('Shares of **Microsoft** (NASDAQ: MSFT) rose.');
  const known = () =>
    page.evaluate(() => {
      const highlights = CSS.highlights as unknown as Map<string, Set<Range>>;
      return [...(highlights.get('quote-known') ?? [])].map((range) => {
        const { commonAncestorContainer: node } = range;
        const inMarkdown = node.parentElement?.closest('.CodeMirror') !== null;
        return `${String(range)} ${inMarkdown ? 'in the rich text' : 'in the headline'}`;
      });
    });
  await expect.poll(known).toEqual(['MSFT in the headline', 'MSFT in the rich text']);
});

test('publishing captures, and the list shows it', async ({ app, admin: page }) => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(panelOf(page).getByText('1 captured · 1 needs you')).toBeVisible();
  const snapshots = panelOf(page).getByRole('list', { name: 'Listings and their quotes' });
  await expect(snapshots).toContainText('$480.00');

  await page.goto(`${app.address}${REPORTS}`);
  const row = page.getByRole('row').filter({ hasText: 'Microsoft (NASDAQ: MSFT) is up' });
  await expect(row.getByRole('gridcell').filter({ hasText: /captured/i })).toBeVisible();
});

test('the settings name the options, and no secret', async ({ app, admin: page }) => {
  await page.goto(`${app.address}/admin/settings/quote-snapshots`);
  await expect(page.getByText('Provider: cloudquote')).toBeVisible();
  await expect(page.getByText('provider.apiKey')).toBeVisible();
  expect(await page.content()).not.toContain('a-key-that-must-not-leak');
  expect(app.output()).not.toContain('a-key-that-must-not-leak');
});

test('readers get the quotes once their role may read them', async ({ app, admin: page, request }) => {
  const reports = `${app.address}/api/reports?populate=quoteSnapshots`;
  expect((await request.get(reports)).status()).toBe(403);

  await page.goto(`${app.address}/admin/settings/users-permissions/roles`);
  await page.getByRole('gridcell', { name: 'Public', exact: true }).click();
  for (const section of ['Report', 'Quote-snapshots']) {
    await page.getByRole('button', { name: section }).click();
    const actions = page.getByRole('region', { name: section });
    await actions.getByRole('checkbox', { name: 'find', exact: true }).check();
  }
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await saved).ok()).toBe(true);

  const { data } = await (await request.get(reports)).json();
  expect(data).toMatchObject([
    { quoteSnapshots: [{ instrument: 'XNAS:MSFT', price: 480, currency: 'USD', state: 'captured' }] },
  ]);
});

test('readers get the quotes from the response cache, until an editor publishes anew', async ({
  app,
  admin: page,
  request,
}) => {
  const read = async (address: string) => {
    const answer = await request.get(`${app.address}${address}`);
    return [answer.headers()['x-cache'], (await answer.json()).data[0].headline];
  };
  // Nobody has asked for this before, so that the first is a miss.
  const reports = '/api/reports?populate=quoteSnapshots&sort=headline';
  expect(await read(reports)).toEqual(['miss', expect.stringContaining('is up')]);
  expect(await read(reports)).toEqual(['hit', expect.stringContaining('is up')]);

  await page.goto(`${app.address}${REPORTS}`);
  await page
    .getByRole('gridcell', { name: /Microsoft/ })
    .first()
    .click();
  await page.getByLabel('headline').fill('Microsoft (NASDAQ: MSFT) is down');
  const published = page.waitForResponse((answer) => answer.url().includes('/actions/publish'));
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  expect((await published).ok()).toBe(true);
  expect(await read(reports)).toEqual(['miss', expect.stringContaining('is down')]);

  await page.goto(`${app.address}/admin/settings/response-cache`);
  await expect(page.getByRole('heading', { name: 'State of this node' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('The cache is empty.')).toBeVisible();
  expect(await read(reports)).toEqual(['miss', expect.stringContaining('is down')]);
});
