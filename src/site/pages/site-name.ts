/** What the newsroom is called on its pages. */
export const SITE_NAME = 'Quotemark';
