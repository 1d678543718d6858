import type { Core } from '@strapi/strapi';

/** Documents by state, as the home page of the admin shows them. */
export interface DocumentCounts {
  draft: number;
  published: number;
  modified: number;
}

interface Homepage {
  getCountDocuments(): Promise<DocumentCounts>;
}

/**
 * Replaces how the home page of the admin counts documents.
 *
 * Leans on: the content manager's service `homepage`. Fails closed: the boot stops where it counts in another way.
 * Noticed: tests/regressions/reporters-read-the-drafts-of-others.ts.
 *
 * @throws Error where there is no such service
 */
export const replaceHomepageCounts = (
  strapi: Core.Strapi,
  replace: (countAll: () => Promise<DocumentCounts>) => Promise<DocumentCounts>,
): void => {
  const homepage = strapi.plugin('content-manager').service<Partial<Homepage>>('homepage');
  if (typeof homepage.getCountDocuments !== 'function') {
    throw new Error(
      'The content manager has no homepage.getCountDocuments: see how its home page counts now.',
    );
  }
  const countAll = homepage.getCountDocuments.bind(homepage);
  homepage.getCountDocuments = () => replace(countAll);
};
