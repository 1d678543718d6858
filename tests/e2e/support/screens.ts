import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

const root = path.resolve(__dirname, '../../..');

/** Where the docs of each have their pictures. */
const FOLDERS = {
  plugin: 'src/plugins/quote-snapshots/docs/screenshots',
  newsroom: 'docs/screenshots',
} as const;

/** A picture of the screen, or of a part of it, for the docs, which are rewritten where UPDATE_SCREENSHOTS is set. */
export const picture = async (
  shown: Page | Locator,
  name: string,
  whose: keyof typeof FOLDERS = 'plugin',
): Promise<void> => {
  const folder = process.env.UPDATE_SCREENSHOTS ? FOLDERS[whose] : 'test-results/screenshots';
  await shown.screenshot({
    path: path.join(root, folder, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
};

/**
 * Fails where axe finds something serious in a part of the page. Only what the plugin draws is looked at: Strapi's own
 * screens are Strapi's.
 */
export const expectAccessible = async (page: Page, part: string): Promise<void> => {
  // Strapi's buttons pale under the pointer.
  await page.mouse.move(0, 0);
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
};

/** How the admin looks, and what it speaks, once it is loaded the next time. */
export const prefer = async (
  page: Page,
  { theme, language }: { theme: 'light' | 'dark'; language: string },
): Promise<void> => {
  // Before the admin's own scripts: a script that was added later has the last word.
  await page.addInitScript(
    ([wanted, spoken]) => {
      localStorage.setItem('STRAPI_THEME', wanted);
      localStorage.setItem('strapi-admin-language', spoken);
    },
    [theme, language] as const,
  );
};
