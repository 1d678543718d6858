import { z } from '@strapi/utils';

/** What a tool that answers a page at a time says of the rows that follow. */
const pageMeta = z.object({
  hasMore: z.boolean(),
  /** To be sent with the next call; null where nothing follows. */
  cursor: z.number().int().nullable(),
});

/** What every tool of the plugin answers: a list, in the shape in which the admin UI gets it. */
export const listAnswer = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  meta: pageMeta.optional(),
});

type ListAnswer = z.infer<typeof listAnswer>;

/**
 * An answer as the protocol wants it: as data, and as text for clients that know no data.
 *
 * @param meta where the list is one page of several
 */
export const answerWith = (data: object[], meta?: ListAnswer['meta']) => {
  // As it goes over the wire: dates are text there, and what is undefined is not there.
  const structuredContent = JSON.parse(JSON.stringify({ data, meta })) as ListAnswer;
  return {
    content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
    structuredContent,
  };
};
