import type { Page } from '@playwright/test';
import { createAdminUser, mayWith } from '../support/admin-user';
import { ARTICLE, publishArticle } from '../support/articles';
import { expect, test, type ServedNewsroom } from './support/newsroom-test';
import { expectAccessible, picture, prefer } from './support/screens';
import { visit } from './support/visit';
import { createWebhookReceiver } from '../support/webhook-receiver';

const openSettings = async (page: Page, { address }: ServedNewsroom): Promise<void> => {
  await visit(page, address, '/admin/settings/quote-snapshots');
  await expect(page.getByRole('heading', { name: 'Configuration in effect' })).toBeVisible();
};

test('the settings show where quotes come from, and no secret', async ({ admin: page, newsroom }) => {
  await openSettings(page, newsroom);
  await expect(page.getByRole('heading', { name: 'Provider: cloudquote' })).toBeVisible();
  const key = page.getByRole('row').filter({ hasText: 'QUOTES_API_KEY' }).first();
  await expect(key).toContainText('••••••••');
  expect(await page.content()).not.toContain('test-key-that-must-not-leak');
  await expectAccessible(page, 'main');
  await picture(page, 'settings');
});

test('a health check shows what the provider answers, and says what is wrong and what to do', async ({
  admin: page,
  newsroom,
}) => {
  await openSettings(page, newsroom);
  const check = page.getByRole('region', { name: 'Health check' });
  const instruments = check.getByLabel('Instruments');
  const ask = check.getByRole('button', { name: 'Ask for quotes' });
  await expect(instruments).toHaveValue('XNAS:AAPL');
  await ask.click();
  await expect(check.getByText('All quotes were received')).toBeVisible();
  await expect(check.getByRole('row').filter({ hasText: 'XNAS:AAPL' })).toContainText('$272.19');

  await instruments.fill('MSFT');
  await ask.click();
  await expect(check.getByText('“MSFT” is not an instrument.')).toBeVisible();
  await expect(check.getByRole('table')).toHaveCount(0);
  await instruments.fill(' ');
  await instruments.press('Enter');
  await expect(check.getByText('Name at least one instrument.')).toBeVisible();

  await instruments.fill('XNAS:MSFT, XLON:RIO, XNAS:NOSUX');
  await ask.click();
  await expect(check.getByText('Some quotes are missing')).toBeVisible();
  await expect(check.getByRole('row').filter({ hasText: 'XNAS:MSFT' })).toContainText('+10.00 · +2.13%');
  // London's pence are pounds.
  await expect(check.getByRole('row').filter({ hasText: 'XLON:RIO' })).toContainText('£49.875');
  await expect(check.getByRole('row').filter({ hasText: 'XNAS:NOSUX' })).toContainText(
    'The provider does not know this instrument.',
  );
  await expectAccessible(page, 'section');
  await picture(check, 'health-check');

  for (const [fault, said] of [
    ['status-403', 'The provider refused the key. Check QUOTES_API_KEY'],
    ['status-429', 'The provider’s quota is used up.'],
    ['close', 'The provider cannot be reached from this server'],
    ['html', 'The provider’s answer cannot be used. Check QUOTES_BASE_URL'],
  ] as const) {
    newsroom.provider.fail(fault);
    await ask.click();
    await expect(check.getByText(said)).toHaveCount(1);
    await expect(check.getByText('No quotes', { exact: true })).toBeVisible();
  }

  // The newsroom itself may be what does not answer.
  await page.route('**/quote-snapshots/check', (route) => route.abort());
  await ask.click();
  await expect(check.getByText('The check could not be run.')).toBeVisible();
  await page.unroute('**/quote-snapshots/check');
});

test('an admin chooses which webhooks are told of quotes, and Strapi’s own form keeps it', async ({
  admin: page,
  newsroom,
}) => {
  const { strapi } = newsroom;
  const receiver = await createWebhookReceiver();
  try {
    await openSettings(page, newsroom);
    const webhooks = page.getByRole('region', { name: 'Webhooks' });
    await expect(webhooks.getByText('There are no webhooks yet.')).toBeVisible();
    await webhooks.getByRole('link', { name: 'Create a webhook' }).click();
    await page.getByLabel('Name').fill('Frontend');
    await page.getByLabel('Url').fill(receiver.url);
    await page.getByRole('checkbox', { name: 'entry.delete' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Webhook created')).toBeVisible();

    await openSettings(page, newsroom);
    const captured = webhooks.getByRole('checkbox', { name: 'Quotes captured: send to Frontend' });
    const failed = webhooks.getByRole('checkbox', { name: 'Quotes failed: send to Frontend' });
    await expect(captured).not.toBeChecked();
    await captured.click();
    await expect(captured).toBeChecked();
    await expect(failed).not.toBeChecked();
    await expect(page.getByText('The webhook “Frontend” was saved.')).toBeVisible();
    await expectAccessible(page, 'section');
    await picture(webhooks, 'webhooks');

    await webhooks.getByRole('link', { name: 'Frontend' }).click();
    await page.getByLabel('Name').fill('Website');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Changes saved', { exact: true })).toBeVisible();
    await openSettings(page, newsroom);
    await expect(webhooks.getByRole('checkbox', { name: 'Quotes captured: send to Website' })).toBeChecked();
    const [stored] = await strapi.get('webhookStore').findWebhooks();
    expect(stored).toMatchObject({ events: ['entry.delete', 'quote-snapshots.captured'], isEnabled: true });

    const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT)']);
    await publishArticle(newsroom, ['(NASDAQ: NOSUX)']);
    await expect
      .poll(() => receiver.received)
      .toMatchObject([{ event: 'quote-snapshots.captured', documentId }]);

    await webhooks.getByRole('checkbox', { name: 'Quotes captured: send to Website' }).click();
    await expect(
      webhooks.getByRole('checkbox', { name: 'Quotes captured: send to Website' }),
    ).not.toBeChecked();
    expect(await strapi.get('webhookStore').findWebhooks()).toMatchObject([{ events: ['entry.delete'] }]);
  } finally {
    for (const webhook of await strapi.get('webhookStore').findWebhooks()) {
      await strapi.get('webhookStore').deleteWebhook(webhook.id);
      strapi.get('webhookRunner').remove(webhook);
    }
    await receiver.close();
  }
});

test('the record says by what it may not be filtered, and shows no other rows instead', async ({
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  await publishArticle(newsroom, ['(NASDAQ: MSFT)'], { title: 'Not of that listing' });
  const narrow = await createAdminUser(strapi, 'record-narrow', [
    { action: 'plugin::quote-snapshots.snapshots.read' },
    {
      action: 'plugin::content-manager.explorer.read',
      subject: 'plugin::quote-snapshots.quote-snapshot',
      properties: { fields: ['symbol', 'state'] },
    },
    ...mayWith(strapi, ARTICLE, ['read']),
  ]);
  const page = await newPage(narrow);
  await prefer(page, { theme: 'light', language: 'de' });
  await visit(page, address, '/admin/plugins/quote-snapshots');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await page.getByLabel('Wertpapier').fill('XNAS:AAPL');
  await page.getByRole('button', { name: 'Anzeigen', exact: true }).click();
  const said = page
    .getByRole('alert')
    .filter({ hasText: 'Ihre Rolle darf nicht lesen, wonach „Wertpapier“ filtert' });
  await expect(said).toContainText('das Feld „instrument“');
  await expect(rows).toHaveCount(0);
  await expectAccessible(page, 'main');
  await picture(page, 'record-hidden-filter');
  await page.getByRole('button', { name: 'Als CSV exportieren' }).click();
  await expect(page.getByText('Das Verzeichnis konnte nicht exportiert werden.')).toBeVisible();
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
  await expect(said).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
});

test('the record shows each quote with its article, who voided it and why, and exports it', async ({
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const page = await newPage();
  const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT) and (NASDAQ: NOSUX)'], {
    title: 'Kept in the record',
  });
  const snapshots = strapi.db.query('plugin::quote-snapshots.quote-snapshot');
  const [row] = await snapshots.findMany({ where: { relatedDocumentId: documentId, symbol: 'MSFT' } });
  await strapi
    .plugin('quote-snapshots')
    .service('capture')
    .void(row.documentId, 'The wrong share class.', 'Ada Admin');

  await page.goto(`${address}/admin/settings/quote-snapshots`);
  await page.getByRole('link', { name: 'Open the record of quotes' }).click();
  await expect(page.getByRole('heading', { name: 'Record of quotes' })).toBeVisible();
  const rows = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Kept in the record' });
  await expect(rows).toHaveCount(2);
  await page.getByLabel('State').click();
  await page.getByRole('option', { name: 'Void' }).click();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/state=voided/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Voided by Ada Admin');
  await expect(rows).toContainText('The wrong share class.');
  await expectAccessible(page, 'main');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('quotes.csv');
  await rows.getByRole('link', { name: 'Only this one' }).click();
  await expect(page.getByText('Only: Kept in the record')).toBeVisible();
  await picture(page, 'record');

  await prefer(page, { theme: 'dark', language: 'de' });
  await page.setViewportSize({ width: 390, height: 900 });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Verzeichnis der Kurse' })).toBeVisible();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Artikel · Englisch');
  await expectAccessible(page, 'main');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await picture(page, 'record-narrow');

  // The caller's permissions come after the page, as on a slow connection.
  await page.route('**/admin/users/me/permissions', async (route) => {
    await expect(page.getByText('keine ausreichenden Berechtigungen')).toBeVisible();
    await route.continue();
  });
  await page.goto(`${address}/admin/newsroom/records`);
  await expect(page.getByRole('heading', { name: 'Verzeichnisse' })).toBeVisible();
  await page.getByRole('tab', { name: 'Was mit Artikeln geschah' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Veröffentlicht' }).first()).toBeVisible();
  await expectAccessible(page, 'main');
  await picture(page, 'records', 'newsroom');
});
