import { everyRoute } from '../../support/every-route';
import { publishArticle } from '../../support/articles';
import type { Suite } from '../../support/describe-newsroom';

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  servers?: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, object> };
}

/** The content API as its OpenAPI document describes it. */
export const openApi: Suite = (newsroom) => {
  let document: Document;
  beforeAll(async () => {
    document = (await newsroom().http().get('/api/openapi.json').expect(200)).body;
  });

  /** Every route of the newsroom's own types and of our plugin, as the router has it. */
  const ownRoutes = () =>
    everyRoute(newsroom().strapi).filter(
      ({ api, path }) =>
        api === 'content' &&
        /^\/api\/(articles|companies|tickers|disclaimers|disclaimer-wordings|quote-snapshots|ninjs)\b/.test(
          path,
        ),
    );

  const operationOf = (method: string, path: string): Operation | undefined =>
    document.paths[path.replace(/^\/api/, '').replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];

  it('has every route of ours that the router has, with what it answers and takes', () => {
    const routes = ownRoutes();
    expect(routes.length).toBeGreaterThan(25);
    const faults = routes.flatMap(({ method, path }) => {
      const operation = operationOf(method, path);
      if (!operation) return [`${method} ${path} is missing`];
      const answers = Object.keys(operation.responses).some((status) => /^2/.test(status));
      const wanted = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const given = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path' && parameter.required)
        .map(({ name }) => name);
      return [
        ...(answers ? [] : [`${method} ${path} has no answer`]),
        ...(wanted.every((name) => given.includes(name ?? ''))
          ? []
          : [`${method} ${path} lacks a parameter`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('is an OpenAPI document, all of whose references lead somewhere', () => {
    expect(document.openapi).toMatch(/^3\./);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    const known = Object.keys(document.components?.schemas ?? {});
    expect(references.map(([, name]) => name).filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('says what our own routes answer', async () => {
    const documentId = await publishArticle(newsroom(), ['(NASDAQ: MSFT)']);
    for (const [path, address] of [
      ['/api/quote-snapshots/latest', '/api/quote-snapshots/latest'],
      ['/api/quote-snapshots/since', `/api/quote-snapshots/since?documentId=${documentId}`],
      ['/api/ninjs', '/api/ninjs'],
    ] as const) {
      const schema = operationOf('GET', path)?.responses['200']?.content?.['application/json']?.schema as {
        properties: Record<string, unknown>;
        required: string[];
      };
      const { body } = await newsroom().http().get(address).expect(200);
      expect(Object.keys(body).sort()).toEqual(Object.keys(schema.properties).sort());
      expect(schema.required.sort()).toEqual(Object.keys(body).sort());
    }
  });
};
