import { createAdminUser, mayWith } from '../support/admin-user';
import { ARTICLE, publishArticle } from '../support/articles';
import { editView } from './support/edit-view';
import { expect, sessionOf, test } from './support/newsroom-test';
import { picture } from './support/screens';

const READ = { action: 'plugin::quote-snapshots.snapshots.read' };

test('a reporter sees the quotes, may do nothing to the record, until an admin lets them', async ({
  admin,
  browser,
  newsroom,
}) => {
  const { strapi, address } = newsroom;
  const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT)'], { title: 'For the reporter' });
  const reporter = await createAdminUser(strapi, 'reporter', [
    READ,
    ...mayWith(strapi, ARTICLE, ['create', 'read', 'update']),
  ]);
  const context = await browser.newContext({ storageState: await sessionOf(browser, address, reporter) });
  const page = await context.newPage();
  const { open, snapshots, named } = editView(page, address);
  await open(documentId);
  await expect(snapshots.getByRole('listitem')).toContainText('$480.00');
  await expect(snapshots.getByRole('button')).toHaveCount(0);
  await expect(named.getByRole('button', { name: /Add the ticker/ })).toHaveCount(0);

  const role = await strapi.db.query('admin::role').findOne({ where: { name: 'reporter' } });
  await admin.goto(`${address}/admin/settings/roles/${role.id}`);
  await admin.getByRole('tab', { name: 'Plugins' }).click();
  await admin.getByRole('button', { name: /quote-snapshots/i }).click();
  await admin.getByRole('checkbox', { name: 'Capture again' }).click();
  await picture(admin, 'roles');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved')).toBeVisible();

  await page.reload();
  await expect(snapshots.getByRole('button', { name: 'Capture XNAS:MSFT again' })).toBeVisible();
  await expect(snapshots.getByRole('button', { name: 'Void XNAS:MSFT' })).toHaveCount(0);
  await context.close();
});

test('a role without the right sees no panel, column, widget or settings', async ({ browser, newsroom }) => {
  const { strapi, address } = newsroom;
  const documentId = await publishArticle(newsroom, ['(NASDAQ: MSFT)'], { title: 'For nobody' });
  const intern = await createAdminUser(strapi, 'intern', mayWith(strapi, ARTICLE, ['read']));
  const context = await browser.newContext({ storageState: await sessionOf(browser, address, intern) });
  const page = await context.newPage();
  const { open, panel } = editView(page, address);
  await open(documentId);
  await expect(page.getByRole('heading', { name: 'Entry' })).toBeVisible();
  await expect(panel).toHaveCount(0);
  await page.goto(`${address}/admin/settings/quote-snapshots`);
  await expect(page.getByText('Configuration in effect')).toHaveCount(0);
  await context.close();
});
