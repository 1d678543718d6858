import { ARTICLE, body, publishArticle, record } from '../support/articles';
import { ARTICLES, editView, giveReason } from './support/edit-view';
import { expect, test } from './support/newsroom-test';
import { expectAccessible, picture } from './support/screens';
import { visit } from './support/visit';

test('mentions appear while an editor writes; a ticker is added; an ambiguous one is chosen', async ({
  admin: page,
  newsroom,
}) => {
  const { create, write, panel, named, ambiguous, save } = editView(page, newsroom.address);
  await create('Chipmakers steady', 'Nothing named yet.');
  await expect(panel.getByText('No listing is named yet.')).toBeVisible();

  await write('Microsoft (NASDAQ: MSFT) and Toyota (TSE: 7203), but not (NASDAQ: NOSUX).');
  await expect(panel.getByText('Publishing captures 2 quotes.')).toBeVisible();
  const microsoft = named.getByRole('listitem').filter({ hasText: 'NASDAQ: MSFT' });
  await expect(microsoft).toContainText('$480.00');
  await expect(microsoft).toContainText('+10.00 · +2.13%');
  await expect(microsoft).toContainText('Delayed 20 min · cloudquote');
  await expect(named.getByRole('listitem').filter({ hasText: 'NASDAQ: NOSUX' })).toContainText(/NOSUX/);
  await picture(page, 'panel-while-writing');
  await expectAccessible(page, 'aside');

  await panel.getByRole('button', { name: 'Add the ticker XNAS:MSFT and its company' }).click();
  await expect(microsoft).toContainText('Microsoft Corporation');
  await expect(microsoft.getByText('Unknown to the newsroom')).toBeHidden();

  await ambiguous.getByRole('button', { name: 'TYO: 7203' }).click();
  await expect(panel.getByText('Publishing captures 3 quotes.')).toBeVisible();
  await expect(ambiguous).toBeHidden();

  // Remembered for this article: the link is saved with it.
  await save();
  await page.reload();
  await expect(panel.getByText('Publishing captures 3 quotes.')).toBeVisible();
});

test('publishing shows the snapshots; republishing keeps, captures and retires; the history has the old', async ({
  admin: page,
  newsroom,
}) => {
  const { create, write, panel, snapshots, publish } = editView(page, newsroom.address);
  // No other test names IBM, whose quote changes here.
  const IBM = { PrevClose: 300, Name: 'International Business Machines' };
  newsroom.provider.quote('IBM', { ...IBM, Price: 306.5 });
  await create('Two clouds', 'IBM (NYSE: IBM) and Oracle (NYSE: ORCL).');
  await expect(panel.getByText('Publishing captures 2 quotes.')).toBeVisible();
  await publish();
  await expect(snapshots.getByRole('listitem')).toHaveCount(2);
  await expect(snapshots.getByRole('listitem').first()).toContainText(
    /As of .+ E[SD]T, captured at publication/,
  );
  await expect(panel.getByText('Publishing keeps 2.')).toBeVisible();

  newsroom.provider.quote('IBM', { ...IBM, Price: 999 });
  await write('IBM (NYSE: IBM) and Apple (NASDAQ: AAPL).');
  await expect(panel.getByText('Publishing captures 1 quote, keeps 1, retires 1.')).toBeVisible();
  await publish();
  await expect(snapshots.getByRole('listitem').filter({ hasText: 'IBM' })).toContainText('$306.50');
  await expect(snapshots.getByRole('listitem').filter({ hasText: 'AAPL' })).toContainText('$272.19');
  await picture(panel, 'panel-after-publishing');

  await panel.getByRole('button', { name: 'Earlier captures (1)' }).click();
  const history = page.getByRole('dialog');
  await expect(history.getByRole('listitem')).toContainText('NYSE: ORCL');
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'history');
  await page.keyboard.press('Escape');
  await expect(history).toBeHidden();
});

test('a provider that fails costs no publication, and is tried again once it is back', async ({
  admin: page,
  newsroom,
}) => {
  const { create, panel, snapshots, publish } = editView(page, newsroom.address);
  newsroom.provider.fail('status-500');
  await create('A provider is down', 'NVIDIA (NASDAQ: NVDA).');
  await publish();
  const nvidia = snapshots.getByRole('listitem');
  await expect(nvidia).toContainText('Pending');
  await expectAccessible(page, 'aside');
  await picture(panel, 'panel-pending');

  newsroom.provider.fail(undefined);
  await expect(async () => {
    await nvidia.getByRole('button', { name: 'Try XNAS:NVDA again' }).click();
    await expect(nvidia).toContainText('$174.14', { timeout: 2_000 });
  }).toPass();
  await expect(nvidia).toContainText('Captured');
});

test('capturing again and voiding ask for a reason, and keep the old row', async ({
  admin: page,
  newsroom,
}) => {
  const documentId = await publishArticle(newsroom, ['Microsoft (NASDAQ: MSFT) and Apple (NASDAQ: AAPL).']);
  const { open, panel, snapshots } = editView(page, newsroom.address);
  await open(documentId);
  const apple = snapshots.getByRole('listitem').filter({ hasText: 'AAPL' });
  await apple.getByRole('button', { name: 'Capture XNAS:AAPL again' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Capture again', exact: true }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'capture-again');
  await giveReason(page, 'Capture again', 'The source corrected it.');
  await expect(apple).toContainText('Desk note: The source corrected it.');
  await expect(panel.getByRole('button', { name: 'Earlier captures (1)' })).toBeVisible();

  // By keyboard alone, as some editors work.
  await apple.getByRole('button', { name: 'Void XNAS:AAPL' }).focus();
  await page.keyboard.press('Enter');
  await giveReason(page, 'Void', 'Trading was halted.');
  await expect(apple).toContainText('Void');
  await expect(apple).toContainText('Trading was halted.');

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

test('a second locale has snapshots of its own', async ({ admin: page, newsroom }) => {
  const documentId = await publishArticle(newsroom, ['Microsoft (NASDAQ: MSFT) and Apple (NASDAQ: AAPL).']);
  const { open, write, snapshots, panel, publish } = editView(page, newsroom.address);
  await open(documentId, 'es');
  await page.getByLabel('Headline').fill('Dos nubes');
  await write('Oracle (NYSE: ORCL).');
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  await publish();
  await expect(snapshots.getByRole('listitem')).toHaveCount(1);
  await expect(snapshots.getByRole('listitem')).toContainText('NYSE: ORCL');
  await open(documentId, 'en');
  await expect(snapshots.getByRole('listitem')).toHaveCount(2);
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
  const { create, panel, named } = editView(page, newsroom.address);
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
  await expect(named.getByText('+1.00 · +11.11%')).toHaveCount(60);
  await expect(panel.locator('[aria-busy="false"]')).toBeVisible();

  const asked: string[] = [];
  page.on('request', (request) => {
    const [, question] = /\/quote-snapshots\/(\w+)$/.exec(request.url()) ?? [];
    if (question) asked.push(question);
  });
  const changed = await named.evaluateHandle((list) => {
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
