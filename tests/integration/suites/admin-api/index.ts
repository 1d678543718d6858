import type { Suite } from '..';
import { createPeople, type AdminApi, type People } from './asking';
import { permissions } from './permissions';
import { previewOfADraft } from './preview-of-a-draft';
import { providers } from './providers';
import { snapshots } from './snapshots';
import { tickers } from './tickers';

/** What the plugin's admin UI asks, and of whom it is answered. */
export const adminApi: Suite = (newsroom) => {
  let people: People;
  beforeAll(async () => {
    people = await createPeople(newsroom().strapi);
  });
  const api: AdminApi = { newsroom, people: () => people };

  describe('the preview of a draft', () => previewOfADraft(api));
  describe('tickers', () => tickers(api));
  describe('snapshots', () => snapshots(api));
  describe('providers', () => providers(api));
  describe('permissions', () => permissions(api));
};
