import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { body } from '../support/articles';
import { expect, test, type ServedNewsroom } from './support/newsroom-test';
import { picture } from './support/screens';

const ARTICLE = 'api::article.article';

/** A page of each sort, by its path. */
const PAGES = [
  '/',
  '/articles/steady',
  '/companies/oracle',
  '/tickers/XNYS/ORCL',
  '/search?q=oracle',
  '/nowhere',
];

interface Created {
  documentId: string;
}

/** A photo, uploaded as an editor does. */
const uploadPhoto = async ({ http, adminToken }: ServedNewsroom): Promise<number> => {
  const answer = await http()
    .post('/upload')
    .set('authorization', `Bearer ${adminToken}`)
    .attach('files', path.resolve(__dirname, '../../favicon.png'));
  return answer.body[0].id;
};

/** A small newsroom: two companies with featured tickers, and two articles, one of them with a photo. */
const fill = async (newsroom: ServedNewsroom): Promise<void> => {
  const { strapi } = newsroom;
  const company = (name: string): Promise<Created> =>
    strapi.documents('api::company.company').create({ data: { name, sector: 'Software', country: 'US' } });
  const [oracle, microsoft] = [await company('Oracle'), await company('Microsoft')];
  const tickers = strapi.documents('api::ticker.ticker');
  const featured = { featured: true, currency: 'USD' };
  await tickers.create({ data: { mic: 'XNYS', symbol: 'ORCL', company: oracle.documentId, ...featured } });
  await tickers.create({ data: { mic: 'XNAS', symbol: 'MSFT', company: microsoft.documentId, ...featured } });
  const text = 'Suppliers opened little changed after two customers said what they will spend. '.repeat(6);
  const cover = await uploadPhoto(newsroom);
  for (const [title, slug, kind] of [
    ['Deposits that stay are worth more', 'deposits', 'analysis'],
    ['Chipmakers steady as cloud groups leave their plans alone', 'steady', 'news'],
  ] as const) {
    await strapi.documents(ARTICLE).create({
      data: {
        ...{
          title,
          slug,
          kind,
          byline: 'Ida Sample',
          summary: 'What two reports said, and what they did not.',
        },
        ...(slug === 'steady' ? { cover, coverCaption: 'A hall of processors.', coverCredit: 'Sample' } : {}),
        body: body(text, 'Microsoft (NASDAQ: MSFT) and Oracle (NYSE: ORCL) repeated earlier plans.', text),
      },
      status: 'published',
    });
  }
};

test.beforeAll(({ newsroom }) => fill(newsroom));

/** Runs something in a browser of its own, and returns what its console complained of. */
const inBrowser = async (
  browser: Browser,
  options: BrowserContextOptions,
  run: (page: Page) => Promise<void>,
): Promise<string[]> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The page that is not found is one on purpose.
    if (message.type() === 'error' && !/status of 404/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await run(page);
  await context.close();
  return complaints;
};

/** Opens a page as a slow phone does, which reads a page in parts. */
const openSlowly = async (page: Page, address: string): Promise<void> => {
  const device = await page.context().newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: 10 });
  await page.goto(address);
  await device.detach();
};

/** How far what is shown has moved since the page opened. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        // Without a shift the observer is never called.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );

for (const { name, width, colorScheme, pages } of [
  { name: 'a wide screen by day', width: 1440, colorScheme: 'light', pages: PAGES },
  // Other colours and another layout: each part of a page is on one of these.
  { name: 'a phone by night', width: 390, colorScheme: 'dark', pages: PAGES.slice(0, 3) },
] as const) {
  test(`what is on ${name} is accessible, keeps its place and its width`, async ({ browser, newsroom }) => {
    const viewport = { width, height: 900 };
    const complaints = await inBrowser(browser, { viewport, colorScheme }, async (page) => {
      for (const where of pages) {
        await openSlowly(page, `${newsroom.address}${where}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect({ where, shift: await layoutShift(page) }).toEqual({ where, shift: 0 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect({ where, overflow }).toEqual({ where, overflow: 0 });
        if (where === '/articles/steady') await picture(page, `site-article-${width}`, 'newsroom');
        if (where === '/') await picture(page, `site-front-${width}`, 'newsroom');
      }
    });
    expect(complaints).toEqual([]);
  });
}

test('a reader without scripts reads everything, and finds a company by its symbol', async ({
  browser,
  newsroom,
}) => {
  const complaints = await inBrowser(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(newsroom.address);
    await page.getByRole('link', { name: 'Chipmakers steady' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Chipmakers steady/);
    await expect(page.locator('.text .quote').first()).toHaveText(/\$480\.00.*▲.*\+2\.13%/);
    const row = page.getByRole('table').first().getByRole('row', { name: 'ORCL' });
    await expect(row).toHaveText(/\$180\.03.*▼.*-0\.97.*-0\.54%/);
    await page.getByRole('searchbox').fill('NYSE: ORCL');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'XNYS: ORCL' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oracle');
    await page.getByText('This page from the API').click();
    await expect(page.getByRole('link', { name: 'GET /api/tickers' })).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

test('live quotes are renewed while the page is open', async ({ browser, newsroom }) => {
  const complaints = await inBrowser(browser, {}, async (page) => {
    await page.clock.install();
    await page.goto(`${newsroom.address}/tickers/XNYS/ORCL`);
    const quote = page.locator('.big-quote');
    await expect(quote).toHaveText(/\$180\.03.*-0\.97/);
    await page.route('**/api/quote-snapshots/latest*', async (route) => {
      const answer = await route.fetch();
      const { data, ...rest } = (await answer.json()) as { data: { instrument: string }[] };
      const moved = { price: 190.5, change: 9.5, changePercent: 5.25 };
      await route.fulfill({ json: { ...rest, data: data.map((one) => ({ ...one, ...moved })) } });
    });
    await page.clock.fastForward(61_000);
    await expect(quote).toHaveText(/\$190\.50.*▲.*\+9\.50.*\+5\.25%/);
    await expect(quote.locator('.change')).toHaveClass('change up');
    await expect(quote.locator('.price')).toHaveAttribute('value', '190.5');
  });
  expect(complaints).toEqual([]);
});
