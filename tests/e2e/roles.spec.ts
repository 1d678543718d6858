import { createAdminUser, mayWith } from '../support/admin-user';
import { ARTICLE, publishArticle } from '../support/articles';
import { editView } from './support/edit-view';
import { expect, test } from './support/newsroom-test';
import { picture } from './support/screens';
import { visit } from './support/visit';

const READ = { action: 'plugin::quote-snapshots.snapshots.read' };

test('a reporter sees the quotes, may do nothing to the record, until an admin lets them', async ({
  admin,
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT)'], { title: 'For the reporter' });
  const reporter = await createAdminUser(strapi, 'reporter', [
    READ,
    ...mayWith(strapi, ARTICLE, ['create', 'read', 'update']),
  ]);
  const page = await newPage(reporter);
  const { open, panel, rows } = editView(page, address);
  await open(documentId);
  await expect(rows).toContainText('$480.00');
  const menu = panel.getByRole('button', { name: 'More actions for MSFT (NASDAQ)' });
  const acts = page.getByRole('menuitem');
  await menu.click();
  await expect(acts).toHaveText(['History']);
  await page.keyboard.press('Escape');
  await expect(rows.getByRole('button', { name: /Add ticker/ })).toHaveCount(0);

  const role = await strapi.db.query('admin::role').findOne({ where: { name: 'reporter' } });
  await visit(admin, address, `/admin/settings/roles/${role.id}`);
  await admin.getByRole('tab', { name: 'Plugins' }).click();
  await admin.getByRole('button', { name: /quote-snapshots/i }).click();
  await admin.getByRole('checkbox', { name: 'Capture again' }).click();
  await picture(admin, 'roles');
  const saved = admin.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.url().includes('/permissions'),
  );
  await admin.getByRole('button', { name: 'Save' }).click();
  expect((await saved).ok()).toBe(true);

  await page.reload();
  await menu.click();
  await expect(acts).toHaveText(['Capture again', 'History']);
});

test('a role without the right sees no panel, column, widget or settings', async ({ newPage, newsroom }) => {
  const { strapi, address } = newsroom;
  const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT)'], { title: 'For nobody' });
  const intern = await createAdminUser(strapi, 'intern', mayWith(strapi, ARTICLE, ['read']));
  const page = await newPage(intern);
  const { open, panel } = editView(page, address);
  await open(documentId);
  await expect(page.getByRole('heading', { name: 'Entry', exact: true })).toBeVisible();
  await expect(panel).toHaveCount(0);
  await visit(page, address, '/admin/settings/quote-snapshots');
  await expect(page.getByText("You don't have the permissions")).toBeVisible();
  await expect(page.getByText('Configuration in effect')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Ask for quotes' })).toHaveCount(0);
});

test('who may see the settings but change no webhooks sees what is chosen, and who may not see them sees none', async ({
  newPage,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const settings = { action: 'plugin::quote-snapshots.settings.read' };
  const webhooks = { action: 'admin::webhooks.read' };
  const webhook = await strapi.get('webhookStore').createWebhook({
    name: 'Read only',
    url: 'https://frontend.example/revalidate',
    headers: {},
    events: ['quote-snapshots.failed'],
  });
  const page = await newPage(await createAdminUser(strapi, 'auditor', [settings, webhooks]));
  await visit(page, address, '/admin/settings/quote-snapshots');
  const failed = page.getByRole('checkbox', { name: 'Quotes failed: send to Read only' });
  await expect(failed).toBeChecked();
  await expect(failed).toBeDisabled();
  await expect(page.getByRole('link', { name: 'Create a webhook' })).toHaveCount(0);

  const other = await newPage(await createAdminUser(strapi, 'operator', [settings]));
  await visit(other, address, '/admin/settings/quote-snapshots');
  await expect(other.getByRole('button', { name: 'Ask for quotes' })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Webhooks' })).toHaveCount(0);
  await strapi.get('webhookStore').deleteWebhook(webhook.id);
});
