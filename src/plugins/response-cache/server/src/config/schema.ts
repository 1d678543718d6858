import { z } from 'zod';

/** A table or column, as the database has it. */
const name = z.string().min(1);
const headerName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/)
  .transform((header) => header.toLowerCase());

/**
 * A declared handler, policy or resolver: either its name alone, or its name with what its answers depend on besides the database.
 */
const declaration = z.union([
  name,
  z.strictObject({
    name,
    /** Request headers that its answers depend on. */
    headers: z.array(headerName).default([]),
    /**
     * For answers that depend on time: gives the time until which an answer is valid, in milliseconds since 1970, or null if only
     * the database decides. It gets the Koa context and the answer's body as text.
     */
    validUntil: z
      .custom<(ctx: unknown, body: string) => number | null>((value) => typeof value === 'function')
      .optional(),
  }),
]);

const declarations = z.array(declaration).default([]);

/** The plugin's configuration, as `config/plugins` gives it. */
export const configSchema = z.strictObject({
  /** If false, the plugin removes its triggers and tables at the next start and leaves Strapi as it is. */
  enabled: z.boolean(),
  /** Memory for cached answers, in megabytes. */
  maxMegabytes: z.int().min(1).max(65_536),
  /** How long the database may take to say whether something was written, in milliseconds. */
  questionTimeoutMs: z.int().min(1).max(10_000),
  /**
   * After a write to one of its tables, an answer's statements are run again to see whether it is still valid. These are the limits
   * for the number of statements and for the rows of all of them together. A larger answer is dropped.
   */
  replay: z.strictObject({
    /** 0: no statement is run again. */
    maxStatements: z.int().min(0).max(10_000).default(64),
    maxRows: z.int().min(1).max(1_000_000).default(2_000),
    maxKilobytes: z.int().min(1).max(65_536).default(1_024),
  }),
  /** Tables and columns that change in the background and are in no answer. Writes to them drop nothing. */
  ignored: z.strictObject({
    tables: z.array(name).default([]),
    columns: z.record(name, z.array(name)).default({}),
  }),
  /** The app's own code that cached answers may come from. Code that is not declared is never cached. */
  declared: z.strictObject({
    /** For example `api::article.article.find`. Also covers the policies and middlewares of its route. */
    handlers: declarations,
    /**
     * Routes whose handler has no name, and routes outside of the content API. They are named by the path that they were registered
     * with, including the API's prefix, for example `/feeds/:format`. Also covers the policies and middlewares of the route.
     */
    routes: declarations,
    policies: declarations,
    /** Middlewares of routes, and global ones. They are named by their name, or by the name of their function if code added them. */
    middlewares: declarations,
    /**
     * `Article.quotes`: fields of GraphQL that the app's own code takes part in. `apolloServer.plugins`, `graphql.landingPage`,
     * `extensions.graphql`: code that runs for every operation.
     */
    resolvers: declarations,
    /**
     * Strategies of authentication that are not Strapi's own, by their names, with the headers by which they recognize a caller.
     * `users-permissions` if the app has replaced `getToken` of its service `jwt`.
     */
    strategies: declarations,
  }),
  /** Names of Strapi middlewares that each hit must pass before it is answered, such as a rate limit. */
  everyHitPasses: z.array(name),
  /** Who gets the header `X-Cache`, which says whether an answer was cached, and why not. */
  explainTo: z.enum(['nobody', 'tokens', 'everyone']),
  /** Share of hits, from 0 to 1, that Strapi answers too, so that its answer can be compared with the cached one. */
  shadow: z.number().min(0).max(1),
  /** For a CDN in front of the server. Answers may then be older than the database, by up to these times. */
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
