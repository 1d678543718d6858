import { expect, test } from './support/newsroom-test';

test('an editor sees mentions while writing', async ({ admin: page, newsroom }) => {
  await page.goto(`${newsroom.address}/admin/content-manager/collection-types/api::article.article/create`);
  await page.getByLabel('Headline').fill('Microsoft (NASDAQ: MSFT) and (TSE: 7203)');
  const panel = page.getByRole('complementary').filter({ hasText: 'Quotes' });
  await expect(panel.getByText('Publishing captures 1 quote.')).toBeVisible();
  await page.screenshot({ path: '/tmp/admin-shot.png' });
});
