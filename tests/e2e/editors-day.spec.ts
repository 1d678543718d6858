import { ARTICLE, body, publishArticle, record } from '../support/articles';
import { APPLE, createOpenFigi } from '../support/vendors/openfigi';
import { ARTICLES, editView, giveReason } from './support/edit-view';
import { expect, test } from './support/newsroom-test';
import { expectAccessible, picture } from './support/screens';
import { visit } from './support/visit';

test('mentions appear while an editor writes; a ticker is added; an ambiguous one is chosen', async ({
  admin: page,
  newsroom,
}) => {
  const { create, write, panel, row, rows, save } = editView(page, newsroom.address);
  await create('Chipmakers steady', 'Nothing named yet.');
  await expect(panel.getByText('No listing is named yet.')).toBeVisible();

  await write('Microsoft (NASDAQ: MSFT) and Toyota (TSE: 7203), but not (NASDAQ: NOSUX).');
  // What no provider knows, and what is not settled, is not promised.
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  await expect(panel.getByText('2 need you')).toBeVisible();
  const microsoft = row('MSFT');
  await expect(microsoft).toContainText('$480.00');
  await expect(microsoft).toContainText('+10.00 · +2.13%');
  await expect(panel.getByText('Delayed 20 min · Quotes by CloudQuote.io.')).toBeVisible();
  await expect(row('NOSUX')).toContainText('The quote provider does not know this listing.');
  // "Before you publish" leads to what needs somebody.
  const checks = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'Before you publish' }) });
  await checks.getByRole('button', { name: 'Choose the listing' }).click();
  await expect(row('7203')).toBeFocused();
  const unquoted = checks.getByRole('list', { name: 'Listings without a quote' });
  await unquoted.getByRole('button', { name: 'NASDAQ: NOSUX' }).click();
  await expect(row('NOSUX')).toBeFocused();
  await picture(checks, 'points-before-publishing', 'newsroom');
  // What needs somebody comes first.
  await expect(rows.first()).toContainText('7203');
  await expect(rows.last()).toContainText('MSFT');
  await picture(page, 'panel-while-writing');
  await expectAccessible(page, 'aside');

  await microsoft.getByRole('button', { name: 'Add ticker MSFT (NASDAQ) and its company' }).click();
  await expect(microsoft.getByText('Unknown to the newsroom')).toBeHidden();
  // The button has gone: whoever works by keyboard goes on from the row.
  await expect(microsoft).toBeFocused();

  await expect(row('7203').getByRole('button', { name: 'TSX · no such listing' })).toBeDisabled();
  await row('7203').getByRole('button', { name: 'Tokyo · Toyota Motor Corporation' }).click();
  await expect(panel.getByText('Publishing captures 2 quotes.')).toBeVisible();
  await expect(panel.getByText('1 needs you')).toBeVisible();

  // Remembered for this article: the link is saved with it.
  await save();
  await page.reload();
  await expect(panel.getByText('Publishing captures 2 quotes.')).toBeVisible();
});

test('publishing tells at once what came of it; a row is kept, captured or taken out', async ({
  admin: page,
  newsroom,
}) => {
  const { act, create, write, panel, row, rows, publish } = editView(page, newsroom.address);
  // No other test names IBM, whose quote changes here.
  const IBM = { PrevClose: 300, Name: 'International Business Machines' };
  newsroom.provider.quote('IBM', { ...IBM, Price: 306.5 });
  await create('Two clouds', 'IBM (NYSE: IBM), Oracle (NYSE: ORCL) and (NASDAQ: NOSUX).');
  await expect(panel.getByText('Publishing captures 2 quotes.')).toBeVisible();
  await publish();
  await expect(panel.getByText('Published. 2 quotes captured, 1 needs attention.')).toBeVisible();
  await expect(panel.getByText('2 captured · 1 needs you')).toBeVisible();
  await picture(panel, 'panel-published-notice');
  await panel.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(row('NOSUX')).toBeFocused();
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel.getByText('Published. 2 quotes captured')).toBeHidden();

  newsroom.provider.quote('IBM', { ...IBM, Price: 999 });
  await write('IBM (NYSE: IBM) and Apple (NASDAQ: AAPL).');
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  await expect(panel.getByText('Publishing takes out 1 quote that the text no longer names.')).toBeVisible();
  await expect(row('ORCL')).toContainText('No longer named in the text.');
  await publish();
  await expect(panel.getByText('Published. 2 quotes captured.')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await expect(row('IBM')).toContainText('$306.50');
  await expect(row('AAPL')).toContainText('$272.19');
  // Nothing would change: nothing is said of what publishing would do.
  await expect(panel.getByText(/^Publishing/)).toBeHidden();
  await picture(panel, 'panel-after-publishing');

  await panel.getByRole('button', { name: 'Earlier captures (2)' }).click();
  const history = page.getByRole('dialog');
  await expect(history.getByRole('listitem').filter({ hasText: 'NYSE: ORCL' })).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'history');
  await page.keyboard.press('Escape');
  await expect(history).toBeHidden();

  await act('IBM (NYSE)', 'History');
  await expect(page.getByRole('dialog')).toContainText('Earlier captures of IBM (NYSE)');
  await expect(page.getByRole('dialog')).toContainText('There are none.');
  await page.keyboard.press('Escape');
});

test('an outage is one calm banner; publishing goes on; “Try all now” captures', async ({
  admin: page,
  newsroom,
}) => {
  const { create, panel, row, publish } = editView(page, newsroom.address);
  newsroom.provider.fail('status-500');
  // Of none of them does the desk know a quote of the last seconds from the test before.
  await create('A provider is down', 'NVIDIA (NASDAQ: NVDA) and Rio Tinto (LSE: RIO).');
  const sentence =
    'CloudQuote does not answer. You can publish: missing quotes are filled in once it answers.';
  const checks = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'Before you publish' }) });
  // Once in the panel, and once in "Before you publish", each with the way out of it.
  const outage = page.getByText(sentence);
  await expect(outage).toHaveCount(2);
  for (const place of [panel, checks]) {
    await expect(place.getByText(sentence)).toBeVisible();
    await expect(place.getByText(/^Next try in \d+ s\.$/)).toBeVisible();
    await expect(place.getByRole('button', { name: 'Try all now' })).toBeVisible();
  }
  await publish();
  await expect(panel.getByText('Published. No quote captured, 2 still waiting.')).toBeVisible();
  await expect(row('NVDA')).toContainText('Waiting for its quote.');
  await expectAccessible(page, 'aside');
  await picture(panel, 'panel-pending');

  newsroom.provider.fail(undefined);
  await expect(async () => {
    await checks.getByRole('button', { name: 'Try all now' }).click({ timeout: 2_000 });
    await expect(outage).toHaveCount(0, { timeout: 5_000 });
  }).toPass();
  await expect(async () => {
    if (await row('NVDA').getByText('Waiting').isVisible())
      await panel.getByRole('button', { name: 'More actions for NVDA (NASDAQ)' }).click();
    const again = page.getByRole('menuitem', { name: 'Try again' });
    if (await again.isVisible()) await again.click();
    await expect(row('NVDA')).toContainText('$174.14', { timeout: 3_000 });
  }).toPass();
});

test('capturing again and voiding ask for a reason, and keep the old row', async ({
  admin: page,
  newsroom,
}) => {
  const documentId = await publishArticle(newsroom, ['Microsoft (NASDAQ: MSFT) and Apple (NASDAQ: AAPL).']);
  const { act, open, panel, row } = editView(page, newsroom.address);
  await open(documentId);
  await act('AAPL (NASDAQ)', 'Capture again');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Capture again', exact: true }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'capture-again');
  await giveReason(page, 'Capture again', 'The source corrected it.');
  await expect(row('AAPL')).toContainText('Captured again.');
  await expect(panel.getByRole('button', { name: 'Earlier captures (1)' })).toBeVisible();

  // By keyboard alone, as some editors work.
  await panel.getByRole('button', { name: 'More actions for AAPL (NASDAQ)' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Void' }).focus();
  await page.keyboard.press('Enter');
  await giveReason(page, 'Void', 'Trading was halted.');
  await expect(row('AAPL')).toContainText('Void. Trading was halted.');
  await expect(row('AAPL').locator('s')).toHaveText('$272.19');
  await expect(panel.getByText('1 captured')).toBeVisible();

  // The record has all of it.
  expect(await record(newsroom, documentId)).toMatchObject([
    { instrument: 'XNAS:MSFT', state: 'captured', current: true },
    { instrument: 'XNAS:AAPL', state: 'captured', current: false, price: 272.19 },
    {
      instrument: 'XNAS:AAPL',
      state: 'voided',
      current: true,
      price: 272.19,
      correction: 'The source corrected it.',
      reason: 'Trading was halted.',
    },
  ]);
});

test('a copy that is not saved yet has no snapshots of the original', async ({ admin: page, newsroom }) => {
  const documentId = await publishArticle(newsroom, ['Microsoft (NASDAQ: MSFT).']);
  await visit(page, newsroom.address, `${ARTICLES}/clone/${documentId}?plugins[i18n][locale]=en`);
  const { panel } = editView(page, newsroom.address);
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  await expect(panel.getByText(/captured/)).toBeHidden();
});

test('a second locale has snapshots of its own', async ({ admin: page, newsroom }) => {
  const documentId = await publishArticle(newsroom, ['Microsoft (NASDAQ: MSFT) and Apple (NASDAQ: AAPL).']);
  const { open, write, rows, panel, publish } = editView(page, newsroom.address);
  await open(documentId, 'es');
  await page.getByLabel('Headline').fill('Dos nubes');
  await write('Oracle (NYSE: ORCL).');
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  await publish();
  await expect(panel.getByText('1 captured')).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('ORCL');
  await open(documentId, 'en');
  await expect(rows).toHaveCount(2);
  expect(await record(newsroom, documentId)).toMatchObject([
    { instrument: 'XNAS:MSFT', relatedLocale: 'en', current: true },
    { instrument: 'XNAS:AAPL', relatedLocale: 'en', current: true },
    { instrument: 'XNYS:ORCL', relatedLocale: 'es', current: true },
  ]);
});

test('bulk publishing captures for each, and the list tells how each stands', async ({
  admin: page,
  newsroom,
}) => {
  const documents = newsroom.strapi.documents(ARTICLE);
  for (const title of ['Markets at noon', 'Markets at the close']) {
    await documents.create({ data: { title, body: body('Apple (NASDAQ: AAPL) and (NASDAQ: NOSUX).') } });
  }
  await visit(page, newsroom.address, `${ARTICLES}?plugins[i18n][locale]=en&sort=title:ASC&_q=Markets`);
  await page.getByRole('checkbox', { name: 'Select all entries' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  // Strapi checks each before it lets them be published.
  const dialog = page.getByRole('dialog');
  for (const title of ['Markets at noon', 'Markets at the close']) {
    await expect(dialog.getByRole('row').filter({ hasText: title })).toContainText('Ready to publish');
  }
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  for (const title of ['Markets at noon', 'Markets at the close']) {
    const row = page.getByRole('row').filter({ hasText: title });
    await expect(row).toContainText('1Captured');
    await expect(row).toContainText('1Unavailable');
  }
  // The head of the table is Strapi's own.
  await expectAccessible(page, 'tbody');
  // Wide enough for all columns that the newsroom's list has.
  await page.setViewportSize({ width: 1640, height: 640 });
  await picture(page, 'list');
});

test('sixty mentions keep up with the typing', async ({ newPage, newsroom }) => {
  const page = await newPage();
  const { create, panel, rows } = editView(page, newsroom.address);
  const symbols = Array.from(
    { length: 60 },
    (_, n) => `S${String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26))}`,
  );
  for (const symbol of symbols)
    newsroom.provider.quote(symbol, { Price: 10, PrevClose: 9, Name: `${symbol} Inc.` });
  // The browser's time is in the test's hands, so that it does not matter how fast the machine is.
  await page.clock.install();
  await create('Sixty', symbols.map((symbol) => `(NYSE: ${symbol})`).join(' '));
  await expect(panel.getByText('Publishing captures 60 quotes.')).toBeVisible();
  // A long list is folded, and opens in the page itself.
  await expect(rows).toHaveCount(8);
  await panel.getByRole('button', { name: 'Show all 60' }).click();
  await expect(rows.getByText('+1.00 · +11.11%')).toHaveCount(60);
  await expect(panel.locator('[aria-busy="false"]')).toBeVisible();

  const asked: string[] = [];
  page.on('request', (request) => {
    const [, question] = /\/quote-snapshots\/(\w+)$/.exec(request.url()) ?? [];
    if (question) asked.push(question);
  });
  const changed = await panel
    .locator('ul')
    .first()
    .evaluateHandle((list) => {
      const changes: MutationRecord[] = [];
      new MutationObserver((seen) => changes.push(...seen)).observe(list, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
      return changes;
    });
  await page.clock.pauseAt(Date.now() + 10_000);
  const headline = page.getByLabel('Headline');
  const typed = ' and so on, for as long as an editor types without a pause';
  await headline.press('End');
  await headline.pressSequentially(typed);
  await expect(headline).toHaveValue(`Sixty${typed}`);
  // While somebody types nothing is asked for, and nothing of the sixty flickers.
  expect(asked).toEqual([]);
  expect(await changed.evaluate((changes) => changes.length)).toBe(0);

  await page.clock.runFor(1_000);
  await expect(panel.locator('[aria-busy="false"]')).toBeVisible();
  await expect(panel.getByText('Publishing captures 60 quotes.')).toBeVisible();
  // After a pause the text is read once; no figure is asked for twice because of words around it.
  expect(asked).toEqual(['preview']);
});

test('Markdown, and text from Word, are pasted as headings, lists and links', async ({
  admin: page,
  newsroom,
}) => {
  const { create, save } = editView(page, newsroom.address);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await create('Pasted', 'From elsewhere.');
  const text = page.locator('[data-slate-editor=true]').first();
  // By the browser's own clipboard: Chromium gives HTML to the editor with an event that a script cannot make.
  const paste = async (clipboard: Record<string, string>) => {
    await text.focus();
    await page.keyboard.press('Control+End');
    await page.evaluate(async (given) => {
      const parts = Object.entries(given).map(([type, value]) => [type, new Blob([value], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    }, clipboard);
    await page.keyboard.press('Control+v');
  };
  await paste({ 'text/plain': '## Results\n\nSee [the report](https://example.com).\n\n- up\n- down' });
  await expect(text.getByRole('heading', { name: 'Results' })).toBeVisible();
  await expect(text.getByRole('listitem')).toHaveText(['up', 'down']);
  await expect(text.getByRole('link', { name: 'the report' })).toBeVisible();
  await paste({
    'text/plain': 'Outlook\r\n\r\nBetter (NASDAQ: MSFT).',
    'text/html':
      '<h3>Outlook<o:p></o:p></h3><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><b>Better</b> (NASDAQ: MSFT).<o:p></o:p></p>',
  });
  await expect(text.getByRole('heading', { name: 'Outlook' })).toBeVisible();
  await paste({ 'text/plain': ' And a line.' });
  await expect(text).toContainText('(NASDAQ: MSFT). And a line.');
  await save();
  const { body: stored } = await newsroom.strapi.db
    .query(ARTICLE)
    .findOne({ where: { title: 'Pasted', publishedAt: null } });
  expect(stored.map(({ type }: { type: string }) => type)).toEqual([
    'heading',
    'paragraph',
    'list',
    'heading',
    'paragraph',
  ]);
});

test('an empty ticker is completed from the provider and from OpenFIGI, once an editor agrees', async ({
  admin: page,
  newsroom,
}) => {
  const openFigi = await createOpenFigi();
  openFigi.know({ idType: 'TICKER', idValue: 'AAPL', micCode: 'XNGS' }, { data: [APPLE] });
  newsroom.strapi.config.set('newsroom.openFigiUrl', openFigi.baseUrl);
  try {
    await visit(page, newsroom.address, '/admin/content-manager/collection-types/api::ticker.ticker/create');
    const panel = page
      .getByRole('complementary')
      .filter({ has: page.getByRole('heading', { name: 'Complete the ticker' }) });
    await expect(panel.getByRole('button', { name: 'Ask the provider' })).toBeDisabled();
    await page.locator('[name="symbol"]').fill('AAPL');
    await page.locator('[name="mic"]').fill('XNAS');
    await page.locator('[name="name"]').fill('Apple');
    await panel.getByRole('button', { name: 'Ask the provider' }).click();
    await expect(panel.getByText('2 fields are empty. Fill them in?')).toBeVisible();
    await expectAccessible(page, 'aside');
    await picture(page, 'complete-a-ticker', 'newsroom');
    await panel.getByRole('button', { name: 'Fill in' }).click();
    await expect(page.locator('[name="exchange"]')).toHaveValue('NASDAQ');
    await expect(page.locator('[name="currency"]')).toHaveValue('USD');
    // What somebody has written stays.
    await expect(page.locator('[name="name"]')).toHaveValue('Apple');
    expect(openFigi.requests).toEqual([]);
    await panel.getByRole('button', { name: 'Ask OpenFIGI' }).click();
    await expect(panel.getByText(APPLE.figi)).toBeVisible();
    await panel.getByRole('button', { name: 'Fill in' }).click();
    await expect(page.locator('[name="figi"]')).toHaveValue(APPLE.figi);
  } finally {
    await openFigi.close();
  }
});
