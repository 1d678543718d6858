import { z } from 'zod';

const address = z.url();
const author = z.strictObject({ name: z.string().min(1), url: address.optional() });

/** JSON Feed 1.1, as its specification words it; strict, so that a misspelt name is found. */
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  next_url: address.optional(),
  language: z.string().min(2),
  authors: z.array(author).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: address,
      title: z.string(),
      // One of content_text and content_html has to be there.
      content_text: z.string(),
      image: address.optional(),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }),
      authors: z.array(author).optional(),
      tags: z.array(z.string()),
    }),
  ),
});

/** What is wrong with a JSON Feed. */
export const faultsOfJsonFeed = (json: string): string[] => {
  const parsed = jsonFeed.safeParse(JSON.parse(json));
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};
