/** As much of a layer of Koa's router as is needed here. */
export interface Layer<Middleware> {
  methods: readonly string[];
  stack: readonly Middleware[];
}

/**
 * The middlewares in a router: layers without methods, which run before the handler of each route that they match. What was
 * put into the content API's router stands in Strapi's once that is mounted.
 */
export const middlewaresIn = <Middleware>(layers: readonly Layer<Middleware>[]): Middleware[] =>
  layers.filter(({ methods }) => methods.length === 0).flatMap(({ stack }) => stack);
