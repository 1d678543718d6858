import type { Core, UID } from '@strapi/strapi';
import type { ListingsService } from '../api';
import { pluginContext } from '../plugin-context';
import { populateText } from '../publication/populate-text';
import { listingsOfDraft, previewPublication } from '../publication/preview-publication';
import { readPublication } from '../publication/read-publication';

export default ({ strapi }: { strapi: Core.Strapi }): ListingsService => ({
  ofDraft: (draft) => listingsOfDraft(pluginContext(strapi), draft),
  async ofPublication(published) {
    const { entries } = await strapi.db.transaction(({ trx }) =>
      readPublication(pluginContext(strapi), trx, published),
    );
    return new Map(entries.map(({ published: { id }, listings }) => [id, listings]));
  },
  populateText: (model) => populateText(model, (uid) => strapi.getModel(uid as UID.Component)),
  preview: (draft) => previewPublication(pluginContext(strapi), draft),
});
