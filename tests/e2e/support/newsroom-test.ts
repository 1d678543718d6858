import type { AddressInfo } from 'node:net';
import { test as base, type Page } from '@playwright/test';
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

/** The built admin, served by the real newsroom, with a stand-in for its provider. */
export const test = base.extend<{ admin: Page }, { newsroom: ServedNewsroom }>({
  newsroom: [
    async ({ browserName: _browserName }, use) => {
      const newsroom = await startNewsroom('sqlite', { SERVE_ADMIN: 'true' });
      teachProvider(newsroom);
      const { httpServer } = newsroom.strapi.server;
      await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
      const { port } = httpServer.address() as AddressInfo;
      await use({ ...newsroom, address: `http://127.0.0.1:${port}` });
      await newsroom.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** A page of a super admin who has signed in. */
  admin: async ({ page, newsroom }, use) => {
    await signIn(page, newsroom.address, ADMIN);
    await use(page);
  },
});

export { expect } from '@playwright/test';
