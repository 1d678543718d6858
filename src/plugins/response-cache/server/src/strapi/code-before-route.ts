import type { Layer } from './router-middlewares';

type Code = { readonly name: string; readonly param?: string; toString(): string };

/** The parts of a Koa context that the router fills in. */
export interface Routed {
  method?: string;
  /** The layers that match the address, in the order in which they run. */
  matched?: readonly Layer<Code>[];
  /** The path of the layer that ran last. */
  routerPath?: unknown;
  router?: { allowedMethods(): unknown };
}

/** The route of Strapi's middleware `public`, which sends a file of the folder `public`, or calls `next` and leaves the answer as it is. */
const OF_PUBLIC = 'route /((?!uploads/).+)';

/** A layer's function, in the words of `declared.middlewares`. */
const nameOf = ({ name, param }: Code): string =>
  param === undefined ? name || '(function without a name)' : `param:${param}`;

/**
 * Names of the functions of Koa's routers that ran around the route that answered: middlewares of a router, functions of
 * `router.param()`, and routes that called `next`, which may change the answer of the route behind them. A name occurs more than
 * once if several functions have it. `route <path>` stands for a route's function without a name, as those of Strapi's routes are.
 *
 * Strapi registers each of its routes as a layer with one function. Everything before this function counts, in its layer and in
 * earlier ones. A layer for HEAD counts for GET too, because HEAD is answered from the stored answer to GET.
 *
 * @returns undefined if it is not known which layer answered
 */
export const codeBeforeRoute = ({
  method = '',
  matched = [],
  routerPath,
  router,
}: Routed): string[] | undefined => {
  // A router that was mounted twice has each layer twice, with the same functions. The first of them answers.
  const stacks = matched.map(({ stack }) => stack);
  const chain = matched.filter(
    ({ methods, stack }, at) =>
      stacks.indexOf(stack) === at &&
      (methods.length === 0 || methods.includes(method) || (method === 'GET' && methods.includes('HEAD'))),
  );
  // If several layers have this path, the last one is taken, so that the others count as code before it.
  const last = chain.map(({ path }) => path as unknown).lastIndexOf(routerPath);
  if (last < 0) return undefined;
  // Koa's own, which only answers what no route has answered.
  const allowed = String(router?.allowedMethods());
  const before = chain
    .slice(0, last)
    .flatMap(({ path, methods, stack }) =>
      stack
        .filter((code) => String(code) !== allowed)
        .map((code) => (methods.length > 0 && code.name === '' ? `route ${String(path)}` : nameOf(code))),
    );
  return [
    ...before.filter((name) => name !== OF_PUBLIC),
    ...(chain[last]?.stack.slice(0, -1) ?? []).map(nameOf),
  ];
};
