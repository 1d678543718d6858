import type { Page } from '@playwright/test';

/**
 * Goes to a screen of the admin: by the admin's own router where the page shows the admin already, as a link would,
 * for loading it anew takes longer than most of what a test does there.
 *
 * @param path `/admin/…`
 */
export const visit = async (page: Page, address: string, path: string): Promise<void> => {
  if (!page.url().startsWith(`${address}/admin`)) {
    await page.goto(`${address}${path}`);
    return;
  }
  await page.evaluate((to) => {
    // The router goes where the browser's history goes.
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
};
