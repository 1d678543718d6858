import { z } from 'zod';

const address = z.url();
const time = z.iso.datetime({ offset: true });
const reference = z.strictObject({ '@id': z.string().min(1) });

const image = z.strictObject({
  '@type': z.literal('ImageObject'),
  url: address,
  width: z.int().optional(),
  height: z.int().optional(),
  caption: z.string().optional(),
  creditText: z.string().optional(),
});

/** The properties that schema.org gives each of these types, with the values that it expects. */
const node = z.discriminatedUnion('@type', [
  z.strictObject({
    '@type': z.enum(['NewsArticle', 'AnalysisNewsArticle', 'OpinionNewsArticle']),
    '@id': address,
    mainEntityOfPage: address,
    url: address,
    headline: z.string().min(1),
    description: z.string().optional(),
    inLanguage: z.string().min(2),
    datePublished: time,
    dateModified: time,
    author: z.union([z.strictObject({ '@type': z.literal('Person'), name: z.string().min(1) }), reference]),
    publisher: reference,
    image,
    about: reference.optional(),
    mentions: z.array(reference).min(1).optional(),
    correction: z
      .array(
        z.strictObject({
          '@type': z.literal('CorrectionComment'),
          text: z.string().min(1),
          datePublished: time,
        }),
      )
      .optional(),
  }),
  z.strictObject({
    '@type': z.literal('NewsMediaOrganization'),
    '@id': address,
    name: z.string().min(1),
    url: address,
  }),
  z.strictObject({
    '@type': z.enum(['Corporation', 'Organization']),
    '@id': z.string().min(1),
    name: z.string().min(1),
    legalName: z.string().optional(),
    url: address.optional(),
    sameAs: address.optional(),
    logo: address.optional(),
    leiCode: z.string().length(20).optional(),
    tickerSymbol: z.union([z.string(), z.array(z.string()).min(2)]).optional(),
  }),
  z.strictObject({
    '@type': z.literal('Observation'),
    '@id': address,
    name: z.string().min(1),
    observationAbout: reference.optional(),
    measuredProperty: z.strictObject({ '@type': z.literal('Property'), name: z.literal('price') }),
    value: z.number(),
    unitText: z.string().length(3).optional(),
    observationDate: time,
    measurementMethod: z.string().optional(),
  }),
]);

const graph = z.strictObject({ '@context': z.literal('https://schema.org'), '@graph': z.array(node) });

/** Every `@id` that a node refers to. */
const references = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === '@id') return [String((value as { '@id': unknown })['@id'])];
  return Object.values(value).flatMap(references);
};

/** What is wrong with the JSON-LD of an article: what schema.org does not know, and references that lead nowhere. */
export const faultsOfJsonLd = (jsonLd: unknown): string[] => {
  const parsed = graph.safeParse(jsonLd);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const nodes = parsed.data['@graph'];
  const ids = nodes.map((one) => one['@id']);
  return [
    ...references(nodes).flatMap((id) => (ids.includes(id) ? [] : [`${id} is no node of the graph`])),
    ...(new Set(ids).size === ids.length ? [] : ['two nodes with one @id']),
  ];
};
