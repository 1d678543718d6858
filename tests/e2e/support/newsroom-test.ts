import type { AddressInfo } from 'node:net';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { realClock } from '../../support/clock';
import { ADMIN, startNewsroom, type Newsroom } from '../../support/newsroom';
import { VIEWPORT } from './viewport';
import { visit } from './visit';

export interface ServedNewsroom extends Newsroom {
  /** `http://127.0.0.1:PORT` */
  address: string;
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

const teachProvider = ({ provider }: Newsroom): void => {
  for (const [symbol, [Price, PrevClose, Name, NominalCurrencyCode = 'USD']] of Object.entries(QUOTES)) {
    provider.quote(symbol, { Price, PrevClose, Name, NominalCurrencyCode });
  }
};

/** Signs in as a browser does: with the form. */
const signIn = async (page: Page, address: string, { email, password }: typeof ADMIN): Promise<void> => {
  await page.goto(`${address}/admin/auth/login`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL(/\/admin\/?$/);
};

/** What a browser remembers of a session. */
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The same browser, signed in as somebody else. */
const signedInAs = ({ cookies, origins }: Session, token: string): Session => ({
  cookies: cookies.filter(({ name }) => name === 'jwtToken').map((cookie) => ({ ...cookie, value: token })),
  origins,
});

/**
 * Strapi draws its buttons (Publish, bulk actions) once the browser is idle, which on a busy machine is never. Where a
 * browser cannot tell, as Safari, Strapi draws them a moment later.
 */
const drawWithoutRest = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    Reflect.deleteProperty(window, 'cancelIdleCallback');
  });

interface TestFixtures {
  /** The page of a super admin, which all tests share: what a test changes in its browser it changes in a `newPage`. */
  admin: Page;
  /** Opens a page in a browser of its own, of which nothing is left to other tests; the super admin's, or a user's. */
  newPage: (user?: { token: string }) => Promise<Page>;
  provider: void;
}

interface WorkerFixtures {
  newsroom: ServedNewsroom;
  signedIn: { page: Page; session: Session };
}

/** The built admin, served by the real newsroom, with a stand-in for its provider. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  newsroom: [
    async ({ browserName: _browserName }, use) => {
      const newsroom = await startNewsroom('sqlite', {
        environment: { SERVE_ADMIN: 'true' },
        clock: realClock,
      });
      teachProvider(newsroom);
      const { httpServer } = newsroom.strapi.server;
      await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
      const { port } = httpServer.address() as AddressInfo;
      await use({ ...newsroom, address: `http://127.0.0.1:${port}` });
      await newsroom.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  signedIn: [
    async ({ browser, newsroom }, use) => {
      // Once for all tests, since Strapi limits how often that may be tried, and loading the admin takes long.
      const context = await browser.newContext();
      await drawWithoutRest(context);
      const page = await context.newPage();
      await signIn(page, newsroom.address, ADMIN);
      // Strapi's own news would stand above every screen.
      await page.getByRole('button', { name: 'Close the banner.' }).click();
      // The newsroom switches Strapi's guided tour off.
      await expect(page.getByText('Discover your application!')).toBeHidden();
      await use({ page, session: await context.storageState() });
      await context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  admin: async ({ signedIn: { page }, newsroom }, use) => {
    // Every test comes from the same place: no form that was left open, and no screen that still loads, is in its way.
    await visit(page, newsroom.address, '/admin/me');
    await expect(page.getByLabel('First name')).toBeVisible();
    await use(page);
    await page.setViewportSize(VIEWPORT);
  },
  newPage: async ({ browser, signedIn: { session } }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (user) => {
      const storageState = user ? signedInAs(session, user.token) : session;
      const context = await browser.newContext({ storageState });
      contexts.push(context);
      await drawWithoutRest(context);
      const page = await context.newPage();
      return page;
    });
    for (const context of contexts) await context.close();
  },
  /** No test leaves a fault, or a quote that is only its own, to the next. */
  provider: [
    async ({ newsroom }, use) => {
      await use();
      newsroom.provider.fail(undefined);
      teachProvider(newsroom);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
