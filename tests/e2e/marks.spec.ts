import type { Page } from '@playwright/test';
import { editView } from './support/edit-view';
import { expect, test } from './support/newsroom-test';
import { expectAccessible, picture, prefer } from './support/screens';

/** What the page underlines as one kind of mention, in the order of the fields. */
const marked = (page: Page, kind: 'known' | 'unsure' | 'unknown' | 'unread'): Promise<string[]> =>
  page.evaluate((name) => {
    const highlights = CSS.highlights as unknown as Map<string, Set<Range>>;
    return [...(highlights.get(name) ?? [])].map(String);
  }, `quote-${kind}`);

const expectMarked = (page: Page, kind: Parameters<typeof marked>[1], texts: string[]) =>
  expect.poll(() => marked(page, kind), { timeout: 20_000 }).toEqual(texts);

/** Where the nth mention of a kind stands on the screen. */
const placeOf = (page: Page, kind: string, n = 0): Promise<{ x: number; y: number }> =>
  page.evaluate(
    ([name, index]) => {
      const highlights = CSS.highlights as unknown as Map<string, Set<Range>>;
      const range = [...(highlights.get(name) ?? [])][index];
      if (!range) throw new Error(`No mention ${index} is marked as ${name}.`);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    [`quote-${kind}`, n] as const,
  );

const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()));

test('mentions are underlined in the body and in plain fields; hovering tells what is known; a row leads to its mention', async ({
  admin: page,
  newsroom,
}) => {
  const { create, panel, row } = editView(page, newsroom.address);
  await create('Chips (NASDAQ: NVDA)', 'Microsoft (NASDAQ: MSFT) and Hitachi (TSE: 6501).');
  const editor = page.locator('[data-slate-editor]');
  await editor.click();
  await page.keyboard.insertText('Apple (NASDAQ: AAPL) rose, and (NASDAQ: NOSUX) fell.');
  await expectMarked(page, 'known', ['NVDA', 'MSFT', 'AAPL']);
  await expectMarked(page, 'unsure', ['6501']);
  await expectMarked(page, 'unknown', ['NOSUX']);
  // The text itself stays plain.
  await expect(editor.locator('mark, u')).toHaveCount(0);
  await picture(page, 'marks');

  const apple = await placeOf(page, 'known', 2);
  await page.mouse.move(apple.x, apple.y);
  const card = page.getByRole('group', { name: 'NASDAQ: AAPL in the text' });
  await expect(card).toContainText('$272.19');
  await picture(page, 'mark-card');
  await card.getByRole('button', { name: 'Show in the list' }).click();
  await expect(row('AAPL')).toBeFocused();

  await row('AAPL').getByRole('button', { name: 'AAPL (NASDAQ): show in the text' }).click();
  await expect(editor).toBeFocused();
  expect(await selected(page)).toBe('AAPL');
  await row('MSFT').getByRole('button', { name: 'MSFT (NASDAQ): show in the text' }).click();
  await expect(page.getByLabel('Summary')).toBeFocused();
  // The selection opens the card too, and the keyboard leads into it.
  await expect(page.getByRole('group', { name: 'NASDAQ: MSFT in the text' })).toContainText('$480.00');
  await expectAccessible(page, '[data-quote-marks="card"]');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('button', { name: 'Show in the list' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Show in the list' })).toBeHidden();
  await expect(page.getByLabel('Summary')).toBeFocused();
  await expectAccessible(page, 'aside');
  await expect(panel).toBeVisible();
});

test('a slip of typing is replaced in the text', async ({ admin: page, newsroom }) => {
  const { create, row, rows } = editView(page, newsroom.address);
  await create('A slip', '');
  const editor = page.locator('[data-slate-editor]');
  await editor.click();
  await page.keyboard.insertText('Microsoft (NASDAQ: MSTF) rose, and (NASDAQ: MSTF) rose again.');
  await expect(row('MSTF')).toContainText('Did you mean MSFT (NASDAQ) · Microsoft Corporation?');
  await picture(row('MSTF'), 'panel-did-you-mean');
  await row('MSTF').getByRole('button', { name: 'Replace in text with MSFT (NASDAQ)' }).click();
  await expect(editor).toContainText('Microsoft (NASDAQ: MSFT) rose, and (NASDAQ: MSFT) rose again.');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('$480.00');
  // Undone one by one, and nothing of what was typed before with it.
  await editor.focus();
  await page.keyboard.press('Control+z');
  await expect(editor).toContainText('Microsoft (NASDAQ: MSFT) rose, and (NASDAQ: MSTF) rose again.');
  await page.keyboard.press('Control+z');
  await expect(editor).toContainText('Microsoft (NASDAQ: MSTF) rose, and (NASDAQ: MSTF) rose again.');
  await page.keyboard.press('Control+z');
  await expect(editor).not.toContainText('Microsoft');
});

test('all missing tickers are added in one act and taken back; one that nobody knows is asked about', async ({
  admin: page,
  newsroom,
}) => {
  const { create, panel, row } = editView(page, newsroom.address);
  await create('Three', 'Oracle (NYSE: ORCL), NVIDIA (NASDAQ: NVDA) and (NASDAQ: NOSUX).');
  await panel.getByRole('button', { name: 'Add all 2 tickers' }).click();
  await expect(panel.getByText('2 tickers were added.')).toBeVisible();
  await expect(row('ORCL').getByText('Unknown to the newsroom')).toBeHidden();
  await expectAccessible(page, 'aside');
  await picture(panel, 'panel-added');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(row('ORCL').getByText('Unknown to the newsroom')).toBeVisible();
  await expect(row('NVDA').getByText('Unknown to the newsroom')).toBeVisible();

  await row('NOSUX').getByRole('button', { name: 'Add ticker NOSUX (NASDAQ) and its company' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('although the quote provider does not know it?');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
});

test('marks in the expanded mode, in the dark and in German', async ({ newPage, newsroom }) => {
  const page = await newPage();
  await prefer(page, { theme: 'dark', language: 'de' });
  await page.goto(
    `${newsroom.address}/admin/content-manager/collection-types/api::article.article/create?plugins[i18n][locale]=en`,
  );
  const editor = page.locator('[data-slate-editor]');
  await editor.click();
  await page.keyboard.insertText('Apple (NASDAQ: AAPL) and Hitachi (TSE: 6501).');
  await expectMarked(page, 'known', ['AAPL']);
  await expectMarked(page, 'unsure', ['6501']);
  await page.getByRole('button', { name: /Erweitern|Expand/ }).click();
  await expect(page.getByRole('dialog').locator('[data-slate-editor]')).toBeVisible();
  const card = page.getByRole('group', { name: 'NASDAQ: AAPL im Text' });
  // Until the dialog stands still, the mark is where it was before, or on its way.
  await expect(async () => {
    await expectMarked(page, 'known', ['AAPL']);
    const apple = await placeOf(page, 'known');
    await page.mouse.move(apple.x, apple.y);
    await expect(card).toContainText('272,19', { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await picture(page, 'marks-expanded-german-dark');
});

test('on a phone, a mention that is touched shows its card, which leads to its row in the drawer', async ({
  newPage,
  newsroom,
}) => {
  const page = await newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  const { create, row } = editView(page, newsroom.address);
  await create('On a phone', '');
  const editor = page.locator('[data-slate-editor]');
  await editor.click();
  await page.keyboard.insertText('Apple (NASDAQ: AAPL) rose.');
  await expectMarked(page, 'known', ['AAPL']);
  await editor.scrollIntoViewIfNeeded();
  // Strapi's drawer lies over the foot of the page.
  await editor.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const apple = await placeOf(page, 'known');
  await page.mouse.click(apple.x, apple.y);
  const card = page.getByRole('group', { name: 'NASDAQ: AAPL in the text' });
  await expect(card).toContainText('$272.19');
  await expect(card).toBeInViewport({ ratio: 1 });
  await picture(page, 'mark-card-on-a-phone');
  await card.getByRole('button', { name: 'Show in the list' }).click();
  await expect(page.getByRole('button', { name: 'Close more actions' })).toBeVisible();
  await expect(row('AAPL')).toBeFocused();
  await expect(row('AAPL')).toBeInViewport();
});
