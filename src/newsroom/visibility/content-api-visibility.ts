import type { Models } from './models';
import { PUBLISHED, type Sight } from './visibility';

/** The sight of whoever reads over the content API without the right to drafts. */
export const publishedSight = (models: Models): Sight => ({
  entries: (uid) => (models.hasDrafts(uid) ? PUBLISHED : undefined),
  atRoot: true,
  // Strapi's own sanitizers have dropped what the content API shows to nobody.
  reads: () => true,
  searches: (uid, attribute) => !models.isPrivate(uid, attribute),
  sortsBy: (uid) => !models.hasDrafts(uid),
  draftsOfWrites: 'what-was-sent',
});

/** The sight of whoever has the right to drafts over the content API. */
export const draftsSight = (models: Models): Sight => ({
  ...publishedSight(models),
  entries: () => undefined,
  sortsBy: () => true,
  draftsOfWrites: 'all',
});
