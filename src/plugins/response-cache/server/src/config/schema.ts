import { z } from 'zod';

/** A table or column, as the database has it. */
const name = z.string().min(1);
const headerName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/)
  .transform((header) => header.toLowerCase());

/** A declared handler, policy or resolver: a name alone, or what its answers depend on besides the database. */
const declaration = z.union([
  name,
  z.strictObject({
    name,
    /** Request headers that its answers depend on. */
    headers: z.array(headerName).default([]),
    /**
     * Where time decides: until when an answer holds, in milliseconds since 1970, or null for as long as the database
     * says the same. It is handed the Koa context and the answer's body as text.
     */
    validUntil: z
      .custom<(ctx: unknown, body: string) => number | null>((value) => typeof value === 'function')
      .optional(),
  }),
]);

const declarations = z.array(declaration).default([]);

/** The plugin's configuration, as `config/plugins` gives it. */
export const configSchema = z.strictObject({
  /** Where false, the plugin takes its triggers and tables away at the next start and leaves Strapi as it is. */
  enabled: z.boolean(),
  /** Memory for cached answers, in megabytes. */
  maxMegabytes: z.int().min(1).max(65_536),
  /** How long the database may take to say whether something was written, in milliseconds. */
  questionTimeoutMs: z.int().min(1).max(10_000),
  /**
   * After a write to one of its tables, an answer's statements are run again to see whether it still holds: up to so many
   * statements, and so much of rows of all of them together. A larger answer is dropped.
   */
  replay: z.strictObject({
    /** 0: none is run again. */
    maxStatements: z.int().min(0).max(10_000).default(64),
    maxRows: z.int().min(1).max(1_000_000).default(2_000),
    maxKilobytes: z.int().min(1).max(65_536).default(1_024),
  }),
  /** What changes in the background and is in no answer: writes there drop nothing. */
  ignored: z.strictObject({
    tables: z.array(name).default([]),
    columns: z.record(name, z.array(name)).default({}),
  }),
  /** The app's own code that cached answers may come from. What is not declared is never cached. */
  declared: z.strictObject({
    /** `api::article.article.find`; stands for the policies and middlewares of its route, too. */
    handlers: declarations,
    /**
     * Routes whose handler has no name, and routes outside of the content API: by the path that they were registered with,
     * the API's prefix before it, as `/feeds/:format`. Stands for the policies and middlewares of the route, too.
     */
    routes: declarations,
    policies: declarations,
    /** Middlewares of routes, and global ones: by their names, or by a function's name where code added it. */
    middlewares: declarations,
    /**
     * `Article.quotes`: fields of GraphQL that code of the app has a part in. `apolloServer.plugins`, `graphql.landingPage`,
     * `extensions.graphql`: code that runs for every operation.
     */
    resolvers: declarations,
  }),
  /** Names of Strapi middlewares that each hit has to pass before it is answered, such as a rate limit. */
  everyHitPasses: z.array(name),
  /** Who is told by `X-Cache` whether an answer was cached, and why not. */
  explainTo: z.enum(['nobody', 'tokens', 'everyone']),
  /** Share of hits that are answered by Strapi and compared with the cached answer, from 0 to 1. */
  shadow: z.number().min(0).max(1),
  /** For a CDN in front. Answers may then be older than the database: up to these times. */
  cdn: z
    .strictObject({
      sMaxAge: z.int().min(0).optional(),
      staleWhileRevalidate: z.int().min(0).optional(),
      tagHeader: z.enum(['Surrogate-Key', 'Cache-Tag', 'xkey']).optional(),
    })
    .nullable(),
});

export type PluginConfig = z.output<typeof configSchema>;
export type Declaration = z.output<typeof declaration>;

export const defaults: z.input<typeof configSchema> = {
  enabled: true,
  maxMegabytes: 128,
  questionTimeoutMs: 250,
  replay: {},
  ignored: {},
  declared: {},
  everyHitPasses: [],
  explainTo: 'tokens',
  shadow: 0,
  cdn: null,
};
