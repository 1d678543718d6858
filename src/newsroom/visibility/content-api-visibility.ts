import type { Models } from './models';
import { PUBLISHED_ENTRY, type Visibility } from './visibility';

/** The sight of whoever reads over the content API without the right to drafts. */
export const publishedVisibility = (models: Models): Visibility => ({
  entryFilter: (uid) => (models.hasDrafts(uid) ? PUBLISHED_ENTRY : undefined),
  filtersRoot: true,
  // Strapi's own sanitizers have dropped what the content API shows to nobody.
  canReadField: () => true,
  canSearchField: (uid, attribute) => !models.isPrivate(uid, attribute),
  canSortBy: (uid) => !models.hasDrafts(uid),
  draftResponse: 'what-was-sent',
});

/** The sight of whoever has the right to drafts over the content API. */
export const draftVisibility = (models: Models): Visibility => ({
  ...publishedVisibility(models),
  entryFilter: () => undefined,
  canSortBy: () => true,
  draftResponse: 'all',
});
