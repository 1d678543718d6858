import { z } from '@strapi/utils';

/** Whether and how a tool's next page can be requested. */
const pageMeta = z.object({
  hasMore: z.boolean(),
  /** The cursor for the next call; null if there is no next page. */
  cursor: z.number().int().nullable(),
});

/** The answer of every tool of the plugin: a list, in the form that the admin UI gets. */
export const listAnswer = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  meta: pageMeta.optional(),
});

type ListAnswer = z.infer<typeof listAnswer>;

/**
 * An answer in the protocol's form: as data, and as text for clients that do not support data.
 *
 * @param meta if the list is one page of several
 */
export const answerWith = (data: object[], meta?: ListAnswer['meta']) => {
  // Serialized as it will be sent: dates are text, and undefined values are left out.
  const structuredContent = JSON.parse(JSON.stringify({ data, meta })) as ListAnswer;
  return {
    content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
    structuredContent,
  };
};
