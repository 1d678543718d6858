import { publishArticle, record } from '../support/articles';
import { editView, giveReason } from './support/edit-view';
import { expect, test } from './support/newsroom-test';
import { expectAccessible, picture } from './support/screens';

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
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await picture(page, 'capture-again');
  await giveReason(page, 'Capture again', 'The source corrected it.');
  await expect(apple).toContainText('Captured again: The source corrected it.');
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
