import type { Core } from '@strapi/strapi';

/** The numbers of documents by state on the home page of the admin UI. */
export interface DocumentCounts {
  draft: number;
  published: number;
  modified: number;
}

interface Homepage {
  getCountDocuments(): Promise<DocumentCounts>;
}

/**
 * Replaces the function that counts documents for the home page of the admin UI.
 *
 * Leans on: the content manager's service `homepage`. Fails closed: the boot stops if the function is missing. Noticed by
 * tests/regressions/reporters-read-the-drafts-of-others.ts.
 *
 * @throws Error if there is no such service
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
