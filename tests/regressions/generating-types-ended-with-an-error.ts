import destroy from '../../src/plugins/quote-snapshots/server/src/destroy';
import type { Suite } from '../support/describe-newsroom';

/**
 * `strapi ts:generate-types` registers an app and ends it without having loaded it: the plugin then released leases in a table
 * that its Strapi knew nothing of.
 */
export const regression: Suite = (newsroom) => {
  it('an app that was registered and not loaded is ended in peace', async () => {
    const { strapi } = newsroom();
    const db = Object.create(strapi.db, { metadata: { value: new Map() } }) as typeof strapi.db;
    const registered = Object.create(strapi, { db: { value: db } }) as typeof strapi;
    await expect(destroy({ strapi: registered })).resolves.toBeUndefined();
  });
};
