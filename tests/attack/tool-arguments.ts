import { PLANTED, type Victim } from './victim';

/** The part of JSON Schema (2020-12) in which the MCP server describes what a tool takes. */
export interface Schema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** What the names of arguments mean: with them a tool reaches something of the victim's. */
const namedValues = (tool: string, documentId: string, { file, folder }: Victim) => {
  const id = tool.includes('folder') ? folder : file;
  return {
    documentId,
    id,
    ids: [id],
    folder,
    folderId: folder,
    parent: null,
    status: 'draft',
    locale: 'de',
    page: 1,
    pageSize: 50,
    dryRun: false,
    confirm: true,
    type: 'api::article.article',
    contentType: 'api::article.article',
    filters: { title: { $containsi: PLANTED.slice(0, 5) } },
  } as Record<string, unknown>;
};

/** A value that the schema takes, or `undefined` for what no attack needs: relations, dates, other objects. */
const valueOf = (name: string, schema: Schema, named: Record<string, unknown>): unknown => {
  if (name in named) return named[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find(({ type }) => type !== 'null');
  if (choice) return valueOf(name, choice, named);
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.type === 'string') return 'Attacked';
  if (schema.type === 'boolean') return true;
  if (schema.type === 'object') return objectOf(schema, named, () => true);
  return undefined;
};

const objectOf = (
  { properties = {} }: Schema,
  named: Record<string, unknown>,
  isWanted: (name: string, schema: Schema) => boolean,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name, schema]) => isWanted(name, schema))
      .map(([name, schema]) => [name, valueOf(name, schema, named)])
      .filter(([, value]) => value !== undefined),
  );

/**
 * What a tool is asked for: what it requires alone, and with each thing more that it takes, for each of the victim's
 * documents that its name tells of (`update_article` is about articles), or for all of them where it tells of none.
 */
export const argumentsOf = (tool: string, input: Schema, victim: Victim): Record<string, unknown>[] => {
  const required = input.required ?? [];
  const optional = Object.keys(input.properties ?? {}).filter((name) => !required.includes(name));
  const own = [...victim.documents].filter(([uid]) => tool.includes(uid.split('.')[1] ?? uid));
  const documentIds = (own.length > 0 ? own : [...victim.documents]).flatMap(([, ids]) => ids);
  return ('documentId' in (input.properties ?? {}) ? documentIds : ['']).flatMap((documentId) => {
    const named = namedValues(tool, documentId, victim);
    return [undefined, ...optional].map((more) =>
      objectOf(input, named, (name) => required.includes(name) || name === more),
    );
  });
};
