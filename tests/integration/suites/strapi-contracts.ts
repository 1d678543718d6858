import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { checkAttributes } from '../../../src/plugins/quote-snapshots/server/src/strapi/add-attributes';
import { registerAdminActions } from '../../../src/plugins/quote-snapshots/server/src/strapi/roles/admin-actions';
import { sanitizeCallersQuery } from '../../../src/plugins/quote-snapshots/server/src/strapi/callers-query';
import { defaultLocale } from '../../../src/plugins/quote-snapshots/server/src/strapi/default-locale';
import { readIndexNames } from '../../../src/plugins/quote-snapshots/server/src/strapi/existing-indexes';
import {
  contentApiResolver,
  generatedApi,
  queryOfArguments,
  typeNameOf,
} from '../../../src/plugins/quote-snapshots/server/src/strapi/graphql';
import { hasScope } from '../../../src/plugins/quote-snapshots/server/src/strapi/has-scope';
import { readMainField } from '../../../src/plugins/quote-snapshots/server/src/strapi/main-field';
import { permissionChecker } from '../../../src/plugins/quote-snapshots/server/src/strapi/permission-checker';
import { databaseQuery } from '../../../src/plugins/quote-snapshots/server/src/strapi/query-params';
import { servedRequest } from '../../../src/plugins/quote-snapshots/server/src/strapi/served-request';
import {
  columnsOf,
  futureTableName,
  relationOf,
  tableNameOf,
  targetsIn,
} from '../../../src/plugins/quote-snapshots/server/src/strapi/tables';
import {
  afterCommit,
  currentConnection,
} from '../../../src/plugins/quote-snapshots/server/src/strapi/transaction';
import { allowWebhookEvents } from '../../../src/plugins/quote-snapshots/server/src/strapi/webhook-events';
import { ARTICLE, body, SNAPSHOT, title } from '../../support/articles';
import { loadOutside } from '../../support/load-strapi';
import type { Suite } from '.';

/** A part of Strapi and the name of what is used of it. */
type Part = [
  what: string,
  find: (strapi: Core.Strapi) => object,
  name: string,
  use: (strapi: Core.Strapi) => unknown,
];

const snapshotType = (strapi: Core.Strapi) => strapi.contentType(SNAPSHOT);
const service = (plugin: string, name: string) => (strapi: Core.Strapi) =>
  strapi.plugin(plugin).service(name);

/** What stops a request or the boot where Strapi no longer has it. */
const PARTS: Part[] = [
  [
    'query-params',
    (strapi) => strapi.get('query-params'),
    'transform',
    (strapi) => databaseQuery(strapi, SNAPSHOT, {}),
  ],
  [
    'contentAPI.validate',
    (strapi) => strapi.contentAPI.validate,
    'query',
    (strapi) => sanitizeCallersQuery(strapi, snapshotType(strapi), {}, undefined),
  ],
  [
    'contentAPI.sanitize',
    (strapi) => strapi.contentAPI.sanitize,
    'query',
    (strapi) => sanitizeCallersQuery(strapi, snapshotType(strapi), {}, undefined),
  ],
  ['auth', (strapi) => strapi.get('auth'), 'verify', (strapi) => hasScope(strapi, {}, `${ARTICLE}.find`)],
  [
    'webhookStore',
    (strapi) => strapi.get('webhookStore'),
    'addAllowedEvent',
    (strapi) => allowWebhookEvents(strapi, { ANY: 'any' }),
  ],
  [
    'permission-checker',
    service('content-manager', 'permission-checker'),
    'create',
    (strapi) => permissionChecker(strapi, {}, ARTICLE),
  ],
  ['locales', service('i18n', 'locales'), 'getDefaultLocale', (strapi) => defaultLocale(strapi)],
  [
    'actionProvider',
    (strapi) => strapi.service('admin::permission').actionProvider,
    'registerMany',
    (strapi) => registerAdminActions(strapi, []),
  ],
  ['GraphQL', service('graphql', 'extension'), 'shadowCRUD', (strapi) => generatedApi(strapi, SNAPSHOT)],
  [
    'GraphQL',
    (strapi) => strapi.plugin('graphql').service('builders').utils,
    'transformArgs',
    (strapi) => queryOfArguments(strapi, {}, { contentType: snapshotType(strapi), usePagination: false }),
  ],
  [
    'GraphQL',
    (strapi) => strapi.plugin('graphql').service('utils').naming,
    'getTypeName',
    (strapi) => typeNameOf(strapi, strapi.contentType(ARTICLE)),
  ],
  [
    'identifiers.getTableName',
    (strapi) => strapi.db.metadata.identifiers,
    'getTableName',
    (strapi) => futureTableName(strapi, 'articles'),
  ],
];

/** A caller whose strategy of authentication refuses everything. */
const refusedWith = (error: Error) => ({
  strategy: { name: 'refuses', verify: () => Promise.reject(error) },
});

/** The errors of the booted app. Those of Jest's sandbox are not of their classes. */
const appErrors = loadOutside<typeof import('@strapi/utils')>('@strapi/utils').errors;

/** Does without a part of Strapi while something runs. */
const without = async (part: object, name: string, run: () => unknown): Promise<void> => {
  const own = Object.getOwnPropertyDescriptor(part, name);
  Object.defineProperty(part, name, { value: undefined, configurable: true, writable: true });
  try {
    await run();
  } finally {
    if (own) Object.defineProperty(part, name, own);
    else delete (part as Record<string, unknown>)[name];
  }
};

/** Runs something as the request whose state this is. */
const asRequest = <T>(strapi: Core.Strapi, state: object, run: () => T): T => {
  let result: T | undefined;
  void strapi.requestContext.run({ state } as never, async () => {
    result = run();
    await Promise.resolve(result);
  });
  return result as T;
};

/** Each private part of Strapi that the plugin uses, tried on the Strapi that is installed. */
export const strapiContracts: Suite = (newsroom) => {
  const strapi = () => newsroom().strapi;

  it.each(PARTS)('stops where Strapi has no %s any more, and says so', async (what, find, name, use) => {
    const part = find(strapi());
    expect(typeof (part as Record<string, unknown>)[name]).toBe('function');
    await without(part, name, async () => {
      await expect(Promise.resolve().then(() => use(strapi()))).rejects.toThrow(
        new RegExp(`does not work with this version of Strapi: .*${what}.*switch the plugin off`),
      );
    });
  });

  it('joins documents with their snapshots on columns, as `unstable_virtual` lets it', () => {
    checkAttributes(strapi());
    const attribute = strapi().db.metadata.get(ARTICLE).attributes.quoteSnapshots as unknown as {
      joinColumn: { name: string };
    };
    const { name } = attribute.joinColumn;
    attribute.joinColumn.name = 'id';
    try {
      expect(() => checkAttributes(strapi())).toThrow(/`unstable_virtual`.*quoteSnapshots is not joined on/);
    } finally {
      attribute.joinColumn.name = name;
    }
  });

  it('knows tables, columns and relations by the database layer', async () => {
    expect(tableNameOf(strapi(), SNAPSHOT)).toBe('quote_snapshots');
    expect(futureTableName(strapi(), 'quote_snapshots')).toBe('quote_snapshots');
    expect(columnsOf(strapi(), SNAPSHOT)).toEqual(
      expect.arrayContaining([
        { attribute: 'id', column: 'id', type: 'increments' },
        { attribute: 'relatedKey', column: 'related_key', type: 'string' },
        { attribute: 'ticker', column: 'ticker_id', type: 'relation' },
      ]),
    );
    const { target, joinTable } = relationOf(strapi(), ARTICLE, 'tickers');
    expect(target).toBe('api::ticker.ticker');
    const columns = Object.keys(await strapi().db.connection(joinTable?.name).columnInfo());
    expect(columns).toEqual(
      expect.arrayContaining([joinTable?.joinColumn.name, joinTable?.inverseJoinColumn.name]),
    );
    expect(targetsIn(strapi())(ARTICLE, 'quoteSnapshots')).toBe(SNAPSHOT);
    expect(targetsIn(strapi())('no::such.type', 'anything')).toBeUndefined();
    expect(() => relationOf(strapi(), ARTICLE, 'title')).toThrow(/article\.title does not name its columns/);
    expect(() => tableNameOf(strapi(), 'no::such.type')).toThrow();
  });

  it('reads the indexes of a table', async () => {
    expect(await readIndexNames(strapi(), 'quote_snapshots')).toContain('quote_snapshots_current_key_unique');
  });

  it('runs what was to follow a commit once, though later transactions replay it, and not after a rollback', async () => {
    const ran: string[] = [];
    const { db } = strapi();
    const inOneContext = async () => {
      await db.transaction(({ onCommit }) => afterCommit({ onCommit }, () => ran.push('committed')));
      await db.transaction(() => undefined);
    };
    await inOneContext();
    expect(ran).toEqual(['committed']);
    const rolledBack = db.transaction(({ onCommit }) => {
      afterCommit({ onCommit }, () => ran.push('rolled back'));
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(ran).toEqual(['committed']);
    expect(() => afterCommit({} as never, () => undefined)).toThrow(/`onCommit`/);
  });

  it('runs what follows a commit in order, after the row is there for others', async () => {
    const seen: string[] = [];
    await strapi().db.transaction(async ({ onCommit }) => {
      afterCommit({ onCommit }, () => seen.push('first'));
      afterCommit({ onCommit }, () => seen.push('second'));
      await Promise.resolve();
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['first', 'second']);
  });

  it('asks the connection of the transaction that is open', async () => {
    expect(await currentConnection(strapi())).toBe(strapi().db.connection);
    await strapi().db.transaction(async ({ trx }) => {
      expect(await currentConnection(strapi())).toBe(trx);
    });
  });

  it('sees create, update and publish in the document service, with what each answers', async () => {
    const seen: [action: string, status: unknown, answer: string[]][] = [];
    const { documents } = strapi();
    let watching = true;
    documents.use(async (context, next) => {
      const answer = await next();
      const { status } = context.params as { status?: string };
      if (watching && context.uid === ARTICLE && ['create', 'update', 'publish'].includes(context.action))
        seen.push([context.action, status, Object.keys(answer as object)]);
      return answer;
    });
    const articles = documents(ARTICLE);
    const { documentId } = await articles.create({ data: { title: title() }, status: 'published' });
    await articles.update({ documentId, data: { body: body('Again.') }, status: 'published' });
    await articles.publish({ documentId });
    watching = false;
    // With status "published", create and update publish by themselves: a middleware sees no "publish" of them.
    expect(seen.map(([action, status]) => [action, status])).toEqual([
      ['create', 'published'],
      ['update', 'published'],
      ['publish', undefined],
    ]);
    expect(seen[2]?.[2]).toContain('entries');
  });

  it('has no rights for a request whose route Strapi does not describe', () => {
    const kindOf = (state: object) => asRequest(strapi(), state, () => servedRequest(strapi()).kind);
    const auth = { strategy: { name: 'any' } };
    expect(servedRequest(strapi()).kind).toBe('not-content-api');
    expect(kindOf({ route: { info: { type: 'content-api' } }, auth })).toBe('caller');
    expect(kindOf({ route: { info: { type: 'content-api' }, config: { auth: false } } })).toBe('open');
    expect(kindOf({ route: { info: { type: 'content-api' } } })).toBe('unknown');
    expect(kindOf({ route: { info: { type: 'admin' } }, auth })).toBe('not-content-api');
    expect(kindOf({ route: { info: { type: 'something-new' } }, auth })).toBe('unknown');
    expect(kindOf({ route: {}, auth })).toBe('unknown');
    expect(kindOf({ auth })).toBe('unknown');
  });

  it('shows such a request nothing of the record', async () => {
    await strapi()
      .documents(ARTICLE)
      .create({ data: { title: title(), body: body('(NASDAQ: MSFT)') }, status: 'published' });
    const count = () => strapi().db.query(SNAPSHOT).count();
    expect(await count()).toBeGreaterThan(0);
    const state = {
      route: { info: { type: 'something-new' } },
      auth: refusedWith(new appErrors.ForbiddenError()),
    };
    expect(await asRequest(strapi(), state, count)).toBe(0);
  });

  it('passes an error of the rights check on, and takes refusals for a no', async () => {
    // `hasScope` is loaded inside of the sandbox here.
    const refused = refusedWith(new errors.ForbiddenError());
    await expect(hasScope(strapi(), refused, `${ARTICLE}.find`)).resolves.toBe(false);
    const service = strapi().get<{ verify(): Promise<void> }>('auth');
    const verify = jest.spyOn(service, 'verify').mockRejectedValue(new TypeError('something else'));
    try {
      await expect(hasScope(strapi(), refused, `${ARTICLE}.find`)).rejects.toThrow('something else');
    } finally {
      verify.mockRestore();
    }
  });

  it('names a document by its id where the content manager tells no main field', async () => {
    const model = strapi().contentType(ARTICLE);
    expect(await readMainField(strapi(), model)).toBe('title');
    const part = strapi().plugin('content-manager').service('content-types');
    await without(part, 'findConfiguration', async () => {
      expect(await readMainField(strapi(), model)).toBe('documentId');
    });
  });

  it('has Strapi’s own resolvers of the record', () => {
    for (const action of ['findMany', 'findOne'] as const)
      expect(typeof contentApiResolver(strapi(), snapshotType(strapi()), action)).toBe('function');
  });
};
