import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { findComponentOwners } from '../strapi/component-owners';
import type { Query } from '../visibility/visibility';

/** A request to Strapi's admin API, with the parts that its own handlers read. */
export interface AdminRequest {
  params: Record<string, string | undefined>;
  query: Query;
  request: { body?: unknown };
  state: { userAbility?: unknown };
}

/** The entries that a request names. */
export interface RequestedEntries {
  uid: string;
  where: Query;
  /** How many of them the user must be able to read: every one, or at least one. */
  need: 'every' | 'one';
}

type RequestedEntriesOf = (
  strapi: Core.Strapi,
  ctx: AdminRequest,
) => RequestedEntries[] | Promise<RequestedEntries[]>;

const isObject = (value: unknown): value is Query => typeof value === 'object' && value !== null;
const bodyOf = ({ request }: AdminRequest): Query => (isObject(request.body) ? request.body : {});

const isType = (strapi: Core.Strapi, uid: unknown): uid is string =>
  typeof uid === 'string' && Object.keys(strapi.contentTypes).includes(uid);

/** Undefined for a type that does not exist, which Strapi handles itself. */
const ofType = (
  strapi: Core.Strapi,
  uid: unknown,
  where: Query,
  need: RequestedEntries['need'] = 'every',
): RequestedEntries[] => (isType(strapi, uid) ? [{ uid, where, need }] : []);

/** Ids as a query or a body has them: one, a list, or (in a query with many) an object with numbers as keys. */
const listOf = (ids: unknown): string[] =>
  (isObject(ids) ? Object.values(ids) : [ids])
    .filter((id) => ['string', 'number'].includes(typeof id))
    .map(String);

const sourceOfClone: RequestedEntriesOf = (strapi, { params }) =>
  // A clone copies all locales, and the user who clones becomes its creator.
  ofType(strapi, params.model, { documentId: params.sourceId });

/** Strapi checks permissions when it lists the relations of an entry, but not when it lists those of a component. */
const ownersOf = async (
  strapi: Core.Strapi,
  component: unknown,
  ids: readonly string[],
): Promise<RequestedEntries[]> => {
  if (typeof component !== 'string' || !Object.keys(strapi.components).includes(component)) return [];
  const owners = await findComponentOwners(strapi, component, ids.map(Number).filter(Number.isSafeInteger));
  return owners.flatMap((owner) => ofType(strapi, owner.uid, { id: { $in: owner.ids } }));
};

/** Handlers of the admin API that answer with entries but check only the permission on their type. */
export const requestedEntries: Readonly<Record<string, Readonly<Record<string, RequestedEntriesOf>>>> = {
  'content-manager': {
    'collection-types.clone': sourceOfClone,
    'collection-types.autoClone': sourceOfClone,
    // If the document lacks the requested locale, the answer names the locales that it has.
    'collection-types.findOne': (strapi, { params }) =>
      ofType(strapi, params.model, { documentId: params.id }, 'one'),
    'collection-types.countDraftRelations': (strapi, { params }) =>
      ofType(strapi, params.model, { documentId: params.id }, 'one'),
    'collection-types.bulkFindForValidation': (strapi, ctx) => {
      const { documentIds, locale } = bodyOf(ctx);
      return ofType(strapi, ctx.params.model, {
        documentId: { $in: listOf(documentIds) },
        ...(typeof locale === 'string' && locale !== '*' ? { locale } : {}),
      });
    },
    'relations.findExisting': (strapi, { params }) => ownersOf(strapi, params.model, listOf(params.id)),
    'relations.findAvailable': (strapi, { params, query }) =>
      ownersOf(strapi, params.model, listOf(query.id)),
    'collection-types.countManyEntriesDraftRelations': (strapi, { params, query }) =>
      ofType(strapi, params.model, { documentId: { $in: listOf(query.documentIds) } }),
  },
  i18n: {
    'content-types.getNonLocalizedAttributes': (strapi, ctx) => {
      const { model, id } = bodyOf(ctx);
      if (!isType(strapi, model)) return [];
      const isSingle = contentTypes.isSingleType(strapi.contentType(model as never));
      return ofType(strapi, model, isSingle ? {} : { id: { $in: listOf(id) } });
    },
    'content-types.getFillFromLocaleData': (strapi, { params, query }) =>
      ofType(strapi, params.model, {
        ...(query.documentId === undefined ? {} : { documentId: { $in: listOf(query.documentId) } }),
        locale: { $in: listOf(query.sourceLocale) },
      }),
  },
};
