import { expect, test } from './support/newsroom-test';
import { expectAccessible } from './support/screens';
import { visit } from './support/visit';

test('the settings show how the response cache is doing, and clear it', async ({ admin: page, newsroom }) => {
  const read = () => fetch(`${newsroom.address}/api/articles?fields=title`).then((answer) => answer.text());
  await read();
  await read();
  await visit(page, newsroom.address, '/admin/settings/response-cache');
  await expect(page.getByRole('heading', { name: 'State of this node' })).toBeVisible();
  const use = page.getByRole('region', { name: 'Use' });
  const cached = use.getByRole('row').filter({ hasText: 'Cached answers' });
  await expect(cached).not.toContainText(/^Cached answers0$/);
  await expectAccessible(page, 'main');

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('The cache is empty.')).toBeVisible();
  await expect(cached).toHaveText('Cached answers0');
});
