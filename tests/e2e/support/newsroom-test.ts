import type { AddressInfo } from 'node:net';
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { realClock } from '../../support/clock';
import { ADMIN, startNewsroom, type Newsroom } from '../../support/newsroom';

export interface ServedNewsroom extends Newsroom {
  /** `http://127.0.0.1:PORT` */
  address: string;
}

export interface Login {
  email: string;
  password: string;
}

/** What the provider says in the tests, in CloudQuote's spelling. */
const QUOTES: Record<string, [price: number, previousClose: number, name: string, currency?: string]> = {
  MSFT: [480, 470, 'Microsoft Corporation'],
  ORCL: [180.03, 181, 'Oracle Corporation'],
  AAPL: [272.19, 270, 'Apple Inc.'],
  NVDA: [174.14, 175, 'NVIDIA Corporation'],
  'LSE:RIO': [4987.5, 5050, 'Rio Tinto Group', 'GBX'],
  'TYO:7203': [2688, 2709, 'Toyota Motor Corporation', 'JPY'],
};

export const teachProvider = ({ provider }: Newsroom): void => {
  for (const [symbol, [Price, PrevClose, Name, NominalCurrencyCode = 'USD']] of Object.entries(QUOTES)) {
    provider.quote(symbol, { Price, PrevClose, Name, NominalCurrencyCode });
  }
};

/** Signs in as a browser does: with the form. */
export const signIn = async (page: Page, address: string, { email, password }: Login): Promise<void> => {
  await page.goto(`${address}/admin/auth/login`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL(/\/admin\/?$/);
};

/** What a browser remembers of a session. */
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The session of a login: signed in once, since Strapi limits how often that may be tried. */
export const sessionOf = async (browser: Browser, address: string, login: Login): Promise<Session> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, address, login);
  // Strapi's own news would stand above every screen.
  await page.getByRole('button', { name: 'Close the banner.' }).click();
  const session = await context.storageState();
  await context.close();
  return session;
};

/** The built admin, served by the real newsroom, with a stand-in for its provider. */
export const test = base.extend<{ admin: Page }, { newsroom: ServedNewsroom; adminContext: BrowserContext }>({
  newsroom: [
    async ({ browserName: _browserName }, use) => {
      const newsroom = await startNewsroom('sqlite', { SERVE_ADMIN: 'true' }, realClock);
      teachProvider(newsroom);
      const { httpServer } = newsroom.strapi.server;
      await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
      const { port } = httpServer.address() as AddressInfo;
      await use({ ...newsroom, address: `http://127.0.0.1:${port}` });
      await newsroom.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  adminContext: [
    async ({ browser, newsroom }, use) => {
      // One browser for all: it signs in once, and keeps the admin's files.
      const context = await browser.newContext({
        storageState: await sessionOf(browser, newsroom.address, ADMIN),
      });
      // Strapi's guided tour of a new admin lies over its lists and builder.
      const home = await context.newPage();
      await home.goto(`${newsroom.address}/admin`);
      await home.getByRole('button', { name: 'Close guided tour' }).click();
      await home.close();
      await use(context);
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** A page of a super admin who has signed in. */
  admin: async ({ adminContext }, use) => {
    const page = await adminContext.newPage();
    // The tour comes back on the first visit of some screens: whatever it covers is clicked once it is gone.
    const skip = page.getByRole('button', { name: 'Skip', exact: true });
    await page.addLocatorHandler(skip, () => skip.click());
    await use(page);
    await page.close();
  },
});

export { expect } from '@playwright/test';
