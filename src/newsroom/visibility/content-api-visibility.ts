import type { Models } from './models';
import { PUBLISHED_ENTRY, type Visibility } from './visibility';

/** Visibility for callers of the content API without the permission to read drafts. */
export const publishedVisibility = (models: Models): Visibility => ({
  entryFilter: (uid) => (models.hasDrafts(uid) ? PUBLISHED_ENTRY : undefined),
  filtersRoot: true,
  // Strapi's own sanitizers have already dropped the fields that the content API never shows.
  canReadField: () => true,
  canSearchField: (uid, attribute) => !models.isPrivate(uid, attribute),
  canSortBy: (uid) => !models.hasDrafts(uid),
  draftResponse: 'sent-fields',
});

/** Visibility for callers of the content API with the permission to read drafts. */
export const draftVisibility = (models: Models): Visibility => ({
  ...publishedVisibility(models),
  entryFilter: () => undefined,
  canSortBy: () => true,
  draftResponse: 'everything',
});
