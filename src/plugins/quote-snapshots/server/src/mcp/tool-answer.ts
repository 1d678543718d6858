import { z } from '@strapi/utils';

/** What every tool of the plugin answers: a list, in the shape in which the admin UI gets it. */
export const listAnswer = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
});

type ListAnswer = z.infer<typeof listAnswer>;

/** An answer as the protocol wants it: as data, and as text for clients that know no data. */
export const answerWith = (data: object[]) => {
  // As it goes over the wire: dates are text there.
  const structuredContent = JSON.parse(JSON.stringify({ data })) as ListAnswer;
  return {
    content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
    structuredContent,
  };
};
