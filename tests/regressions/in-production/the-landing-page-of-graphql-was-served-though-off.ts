import type { Suite } from '../../support/describe-newsroom';
import { getFrom, someone } from '../../support/readers';

/** Apollo's landing page was switched off, and served all the same. */
export const regression: Suite = (newsroom) => {
  it.each(['/graphql', '/GraphQL', '/graphql/', '/GRAPHQL/', '//graphql', '/graphql?', '/graphql/?x=1'])(
    'there is no page for people at %s',
    async (path) => {
      const { status, text } = await getFrom(newsroom(), path, someone()).set('accept', 'text/html');
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toMatch(/apollographql\.com|embeddable|graphiql|playground/i);
      // What is no address of GraphQL has the page that the site shows for those.
      if (!path.startsWith('//')) expect(text).not.toMatch(/<html|<script/i);
    },
  );
};
