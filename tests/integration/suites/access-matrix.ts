import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createToken } from '../../../src/newsroom/access/create-token';
import { PUBLIC_ACTIONS } from '../../../src/newsroom/access/public-permissions';
import { ROLES } from '../../../src/newsroom/access/roles';
import { TOKENS } from '../../../src/newsroom/access/tokens';
import { ARTICLE_ACT, ARTICLE_PUBLICATION, WORDING } from '../../../src/newsroom/type-names';
import { signInAs } from '../../support/admin-user';
import { publishArticle, SNAPSHOT } from '../../support/articles';
import { everyRoute, type Endpoint } from '../../support/every-route';
import { rolesDocument, type Matrix } from '../../support/roles-document';
import { silenceLog } from '../../support/silence-log';
import type { Suite } from '.';

const DISCLAIMER = 'api::disclaimer.disclaimer';
const DOCUMENT = path.resolve(__dirname, '../../../docs/roles.md');

/** They end the session of whoever calls them, so that nothing could be tried after. */
const ENDS_SESSIONS = new Set([
  'POST /admin/logout',
  'POST /admin/access-token',
  'DELETE /admin/users/me/sessions',
]);

/** An id and a documentId that nothing has: PostgreSQL takes no other text for a number, and Strapi's own endpoints hand it on. */
const NO_SUCH_ENTRY = '987654321';

const MODELS: Readonly<Record<string, string>> = {
  'api::article.article': 'article',
  'api::company.company': 'company',
  'api::ticker.ticker': 'ticker',
  'api::disclaimer.disclaimer': 'disclaimer',
  [WORDING]: 'wording',
  [ARTICLE_ACT]: 'act',
  [ARTICLE_PUBLICATION]: 'publication',
  [SNAPSHOT]: 'snapshot',
};

/** What nobody writes, whatever their permissions say. */
const RECORDS: ReadonlySet<string> = new Set([WORDING, ARTICLE_ACT, ARTICLE_PUBLICATION, SNAPSHOT]);

/** Strapi's own roles, which it gives every type to; what they may do is what Strapi has given them. */
const STRAPI_ROLES = [
  ['strapi-super-admin', 'Super Admin'],
  ['strapi-editor', 'Strapi’s Editor'],
  ['strapi-author', 'Strapi’s Author'],
] as const;

/** One attempt: whether it was refused, and whether the lists of roles and tokens say that it must be. */
interface Attempt {
  what: string;
  refused: boolean;
  granted: boolean | undefined;
}

export const accessMatrix: Suite = (newsroom) => {
  const visitors: { name: string; authorization: string | undefined; actions: readonly string[] }[] = [];
  const staff: { name: string; authorization: string; permissions: ReadonlyMap<string, boolean> }[] = [];
  let attempts: Attempt[] = [];
  /** For each type of record, one that is there: it must be refused for what it is, not for not being there. */
  const records = new Map<string, string>();

  /** Some of Strapi's own endpoints answer an empty request with 500 and a log of it: that is not what this is about. */
  const silence = (silent: boolean) => silenceLog(newsroom(), silent);
  afterAll(() => silence(false));
  beforeAll(async () => {
    silence(true);
    const { strapi } = newsroom();
    visitors.push({ name: 'visitor', authorization: undefined, actions: PUBLIC_ACTIONS });
    for (const name of ['frontend', 'preview'] as const) {
      await strapi.db.query('admin::api-token').deleteMany({ where: { name: TOKENS[name].name } });
      const key = await createToken(strapi, name);
      visitors.push({
        name: TOKENS[name].name,
        authorization: `Bearer ${key}`,
        actions: TOKENS[name].actions,
      });
    }
    for (const { code, name, permissions } of ROLES) {
      staff.push({
        name,
        authorization: `Bearer ${await signInAs(strapi, code)}`,
        permissions: byName(
          permissions.map((permission) => ({ ...permission, isConditional: permission.condition !== null })),
        ),
      });
    }
    for (const [code, name] of STRAPI_ROLES) {
      const role = await strapi.db
        .query('admin::role')
        .findOne({ where: { code }, populate: ['permissions'] });
      staff.push({
        name,
        authorization: `Bearer ${await signInAs(strapi, code)}`,
        permissions: byName(
          role.permissions.map(
            (permission: { action: string; subject: string | null; conditions: string[] }) => ({
              ...permission,
              isConditional: permission.conditions.length > 0,
            }),
          ),
        ),
      });
    }
    await keepRecords();
  });
  /** A publication with a quote and a disclaimer, so that there is a snapshot and a wording. */
  const keepRecords = async () => {
    const { strapi } = newsroom();
    const { documentId: disclaimer } = await strapi.documents(DISCLAIMER).create({
      data: { name: 'Kept', key: 'kept-by-the-matrix', text: 'Kept.', appliesTo: 'chosen' },
      status: 'published',
    });
    await publishArticle(newsroom(), ['(NASDAQ: MSFT)'], { disclaimers: [disclaimer] });
    for (const uid of RECORDS) {
      const row = await strapi.db.query(uid).findOne({ where: {}, orderBy: { id: 'desc' } });
      records.set(uid, row.documentId);
    }
  };
  beforeEach(() => {
    attempts = [];
  });

  /** By name, each with whether it is for some entries only. */
  const byName = (
    permissions: readonly { action: string; subject: string | null; isConditional: boolean }[],
  ): ReadonlyMap<string, boolean> =>
    new Map(
      permissions.map(({ action, subject, isConditional }) => [`${action} ${subject ?? ''}`, isConditional]),
    );
  const send = async (
    method: string,
    url: string,
    authorization: string | undefined,
    body: object,
  ): Promise<number> => {
    const { http } = newsroom();
    const request = http()[method.toLowerCase() as 'get'](url);
    if (authorization) void request.set('authorization', authorization);
    return (await (method === 'GET' ? request : request.send(body))).status;
  };
  const isRefusal = (status: number): boolean => status === 401 || status === 403;
  const address = ({ path: route }: Endpoint, model: string): string =>
    route.replace(/:(\w+)/g, (_whole, name: string) =>
      model !== '' && ['model', 'uid', 'contentType'].includes(name)
        ? model
        : (records.get(model) ?? NO_SUCH_ENTRY),
    );

  const tryAs = async (
    who: string,
    endpoint: Endpoint,
    model: string,
    authorization: string | undefined,
    granted: boolean | undefined,
  ): Promise<boolean> => {
    const url = address(endpoint, model);
    const record = records.get(model);
    const body = record ? { documentIds: [record] } : {};
    const refused = isRefusal(await send(endpoint.method, url, authorization, body));
    attempts.push({ what: `${who}: ${endpoint.method} ${url}`, refused, granted });
    return !refused;
  };
  /** What was not granted and answered all the same; what was granted and refused. */
  const surprises = () => ({
    open: attempts.filter(({ refused, granted }) => granted === false && !refused).map(({ what }) => what),
    shut: attempts.filter(({ refused, granted }) => granted === true && refused).map(({ what }) => what),
  });

  /** The content API by visitors and tokens, and by people of the admin UI, whose sign-in is worth nothing there. */
  const contentMatrix = async (): Promise<Matrix> => {
    const rows: Matrix['rows'] = [];
    for (const endpoint of everyRoute(newsroom().strapi).filter(({ api }) => api === 'content')) {
      const { actions } = endpoint.asks;
      const cells: string[] = [];
      for (const { name, authorization, actions: own } of visitors) {
        // A route without a scope is open to all by its author's decision.
        const granted = actions.length > 0 ? actions.every((action) => own.includes(action)) : undefined;
        cells.push((await tryAs(name, endpoint, 'article', authorization, granted)) ? 'yes' : '–');
      }
      for (const { name, authorization } of staff) {
        await tryAs(name, endpoint, 'article', authorization, actions.length > 0 ? false : undefined);
      }
      rows.push({ endpoint: `${endpoint.method} ${endpoint.path}`, cells });
    }
    return { callers: visitors.map(({ name }) => name), rows };
  };

  const hasDrafts = (uid: string): boolean =>
    Object.values(newsroom().strapi.contentTypes).some(
      (type) => type.uid === uid && type.options?.draftAndPublish === true,
    );

  /**
   * Whether a person must be let in: by their permissions, but nobody writes a record. Undefined where it is not for
   * permissions to say.
   */
  const isGranted = (
    { path: route, asks: { actions, oneIsEnough } }: Endpoint,
    uid: string,
    permissions: ReadonlyMap<string, boolean>,
  ): boolean | undefined => {
    const has = (action: string) => permissions.has(`${action} ${uid}`);
    const allowed = actions.length > 0 && (oneIsEnough ? actions.some(has) : actions.every(has));
    // The newsroom has no single types, and outside of development Strapi lets nobody change types.
    const pointless = /\/single-types\/|^\/content-type-builder\//.test(route);
    if (actions.length === 0 || (allowed && pointless)) return undefined;
    // Nobody publishes or discards what has no drafts.
    if (
      uid !== '' &&
      !hasDrafts(uid) &&
      /\/(publish|unpublish|discard|bulkPublish|bulkUnpublish)$/.test(route)
    ) {
      return false;
    }
    // It is about all files: who may change their own only may not.
    if (route === '/upload/ai-metadata-jobs')
      return allowed && !actions.some((action) => permissions.get(`${action} `));
    if (!RECORDS.has(uid)) return allowed;
    if (actions.some((action) => /\.(create|update|delete|publish)$/.test(action))) return false;
    const onSomeOnly = actions.some((action) => permissions.get(`${action} ${uid}`));
    return allowed && onSomeOnly ? undefined : allowed;
  };
  const cell = async (endpoint: Endpoint, person: (typeof staff)[number]): Promise<string> => {
    const perModel = /:(model|contentType)\b/.test(endpoint.path);
    const open: string[] = [];
    for (const [uid, label] of perModel ? Object.entries(MODELS) : [['', 'yes'] as const]) {
      const granted = isGranted(endpoint, uid, person.permissions);
      if (await tryAs(person.name, endpoint, uid, person.authorization, granted)) open.push(label);
    }
    return perModel && open.length === Object.keys(MODELS).length ? 'every type' : open.join(', ') || '–';
  };

  const adminMatrix = async (): Promise<Matrix> => {
    const rows: Matrix['rows'] = [];
    for (const endpoint of everyRoute(newsroom().strapi).filter(({ api }) => api === 'admin')) {
      const endpointName = `${endpoint.method} ${endpoint.path}`;
      if (ENDS_SESSIONS.has(endpointName)) continue;
      const cells: string[] = [];
      for (const person of staff) cells.push(await cell(endpoint, person));
      for (const { name, authorization } of visitors) {
        const granted = endpoint.asks.actions.length > 0 ? false : undefined;
        await tryAs(name, endpoint, 'api::article.article', authorization, granted);
      }
      // The newsroom has no single types: what Strapi says of a collection there depends on what happens to be in it.
      if (!endpoint.path.includes('/single-types/')) rows.push({ endpoint: endpointName, cells });
    }
    return { callers: staff.map(({ name }) => name), rows };
  };

  interface Type {
    kind: string;
    name: string | null;
    ofType: Type | null;
  }
  interface Field {
    name: string;
    type: Type;
    args: { name: string; type: Type }[];
  }
  const named = (type: Type): Type => (type.ofType ? named(type.ofType) : type);
  const argument = ({ name, type }: Field['args'][number]): string[] => {
    if (type.kind !== 'NON_NULL') return [];
    const { kind, name: typeName } = named(type);
    if (type.ofType?.kind === 'LIST') return [`${name}: []`];
    if (kind === 'INPUT_OBJECT') return [`${name}: ${inputs.get(typeName ?? '') ?? '{}'}`];
    return [`${name}: ${typeName === 'Int' ? '1' : '"nosuchentry"'}`];
  };
  const inputs = new Map<string, string>();

  const graphqlMatrix = async (): Promise<Matrix> => {
    const type = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
    const fields = `fields { name type { ${type} } args { name type { ${type} } } }`;
    const introspection = `{ __schema { queryType { ${fields} } mutationType { ${fields} } types { kind name inputFields { name type { ${type} } } } } }`;
    const { body } = await newsroom().http().post('/graphql').send({ query: introspection });
    const { queryType, mutationType, types } = body.data.__schema;
    for (const { name, inputFields } of types as { name: string; inputFields: Field['args'] | null }[]) {
      inputs.set(name, `{ ${(inputFields ?? []).flatMap(argument).join(', ')} }`);
    }
    const rows: Matrix['rows'] = [];
    for (const [operation, list] of [
      ['query', queryType.fields],
      ['mutation', mutationType.fields],
    ] as [string, Field[]][]) {
      for (const field of list) {
        const args = field.args.flatMap(argument).join(', ');
        const { kind } = named(field.type);
        const selection = ['OBJECT', 'UNION', 'INTERFACE'].includes(kind) ? ' { __typename }' : '';
        const query = `${operation} { ${field.name}${args ? `(${args})` : ''}${selection} }`;
        const cells: string[] = [];
        for (const { name, authorization } of visitors) {
          const request = newsroom().http().post('/graphql');
          if (authorization) void request.set('authorization', authorization);
          const { text } = await request.send({ query });
          const refused = /forbidden|unauthorized|policy/i.test(text);
          // Nobody but who may write has a mutation: visitors, websites and previews only read.
          attempts.push({
            what: `${name}: ${query}`,
            refused: refused || /GRAPHQL_VALIDATION_FAILED/.test(text),
            granted: operation === 'mutation' ? false : undefined,
          });
          if (/GRAPHQL_VALIDATION_FAILED/.test(text)) throw new Error(`${query}: ${text}`);
          cells.push(refused ? '–' : 'yes');
        }
        rows.push({ endpoint: `${operation} ${field.name}`, cells });
      }
    }
    return { callers: visitors.map(({ name }) => name), rows };
  };

  it('refuses what is not granted, and docs/roles.md says so', async () => {
    const content = await contentMatrix();
    const graphql = await graphqlMatrix();
    const admin = await adminMatrix();
    expect(attempts.length).toBeGreaterThan(2_000);
    expect(surprises()).toEqual({ open: [], shut: [] });
    const document = rolesDocument(content, graphql, admin);
    if (process.env.WRITE_ROLES_DOCUMENT) await writeFile(DOCUMENT, document);
    expect(await readFile(DOCUMENT, 'utf8')).toBe(document);
  }, 300_000);
};
