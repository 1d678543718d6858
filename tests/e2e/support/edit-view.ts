import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from './visit';

/** The list of articles. */
export const ARTICLES = '/admin/content-manager/collection-types/api::article.article';

/** The rows of the panel, in whichever language it speaks. */
const rowsOf = (panel: Locator): Locator => panel.locator('ul').first().getByRole('listitem');

/**
 * Resolves when Strapi shows a notice that begins after the call. The page itself watches for it: a notice goes after some seconds,
 * in which a busy machine may not look at the page at all.
 */
const noticeOf = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver((changes) => {
          const added = changes.flatMap(({ addedNodes }) => Array.from(addedNodes));
          if (!added.some(({ textContent }) => textContent?.includes(wanted))) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    text,
  );

/** The edit view of an article, as an editor uses it. */
export const editView = (page: Page, address: string) => {
  const panel: Locator = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'Quotes' }) });
  return {
    panel,
    /** The row of each listing. */
    rows: rowsOf(panel),
    row: (symbol: string): Locator => rowsOf(panel).filter({ hasText: symbol }),
    /** Chooses from the menu of a listing, as `MSFT (NASDAQ)`. */
    act: async (listing: string, name: string): Promise<void> => {
      await panel.getByRole('button', { name: `More actions for ${listing}` }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    },
    open: async (documentId: string, locale = 'en'): Promise<void> => {
      await visit(page, address, `${ARTICLES}/${documentId}?plugins[i18n][locale]=${locale}`);
      // Its label is in the user's language.
      await expect(page.locator('[name="title"]')).toBeVisible();
    },
    create: async (headline: string, summary: string): Promise<void> => {
      await visit(page, address, `${ARTICLES}/create?plugins[i18n][locale]=en`);
      await page.getByLabel('Headline').fill(headline);
      await page.getByLabel('Summary').fill(summary);
    },
    write: (summary: string): Promise<void> => page.getByLabel('Summary').fill(summary),
    publish: async (): Promise<void> => {
      const answered = page.waitForResponse(
        (answer) => answer.request().method() === 'POST' && answer.url().includes('/actions/publish'),
      );
      const noticed = noticeOf(page, 'Published document');
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      expect((await answered).ok()).toBe(true);
      await noticed;
    },
    save: async (): Promise<void> => {
      const noticed = noticeOf(page, 'Saved document');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await noticed;
    },
  };
};

/** Gives a reason in the dialog that asks for one, and confirms. */
export const giveReason = async (page: Page, confirm: string, reason: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await expect(dialog).toBeHidden();
};
