import type { Core } from '@strapi/strapi';
import type { Endpoint } from '../support/every-route';
import { PLANTED, type Victim } from './victim';

export interface Request {
  method: string;
  url: string;
  body?: object;
}

const ARTICLE = 'api::article.article';
const OTHER_TYPES = ['plugin::upload.file', 'plugin::users-permissions.user', 'admin::user'];

/** The value that a parameter of an address takes: each leads to something of the victim's. */
type Values = Readonly<Record<string, string | number>>;

const relationsOf = (strapi: Core.Strapi, uid: string): string[] => {
  const model = Object.values(strapi.contentTypes).find((type) => type.uid === uid);
  return Object.entries((model?.attributes ?? {}) as Record<string, { type: string }>)
    .filter(([, { type }]) => type === 'relation' || type === 'media')
    .map(([name]) => name);
};

/** The type that an address of the content API is about, told by its plural. */
const typeOfPath = (strapi: Core.Strapi, path: string): string | undefined =>
  Object.values(strapi.contentTypes).find(({ info }) => path.split('/')[2] === info.pluralName)?.uid;

const idsFor = (path: string, uid: string | undefined, victim: Victim): (string | number)[] => {
  if (path.startsWith('/upload/folders')) return [victim.folder];
  if (path.includes('/upload/')) return [victim.file];
  if (path.startsWith('/i18n/locales')) return [victim.locale];
  if (path.startsWith('/admin/users')) return [victim.user];
  if (path.startsWith('/quote-snapshots/snapshots'))
    return [...(victim.documents.get('plugin::quote-snapshots.quote-snapshot') ?? [])];
  return [...(victim.documents.get(uid ?? ARTICLE) ?? [1])];
};

const isPerType = (path: string): boolean => /:(model|uid|contentType)\b/.test(path);

/** The endpoint in the name of each of these types, and of each thing of the victim's that is of it. */
const addressesOf = (
  strapi: Core.Strapi,
  { path }: Endpoint,
  victim: Victim,
  types: Iterable<string>,
): string[] => {
  const ownType = path.startsWith('/api/') ? typeOfPath(strapi, path) : undefined;
  const addresses = [...(isPerType(path) ? types : [ownType])].flatMap((uid) => {
    const fields = path.includes(':targetField') ? relationsOf(strapi, uid ?? ARTICLE) : [''];
    return fields.flatMap((targetField) =>
      idsFor(path, uid, victim).map((id) => {
        const values: Values = { model: uid ?? '', uid: uid ?? '', contentType: uid ?? '', targetField };
        return path.replace(/:(\w+)/g, (_whole, name: string) => String(values[name] ?? id));
      }),
    );
  });
  // An address that names no document is the same for each.
  return [...new Set(addresses)];
};

/** What is read: plainly, as a draft, in other locales, with all that hangs on it. */
const QUERIES = [
  '',
  'status=draft',
  'status=draft&populate=*',
  'status=draft&locale=de',
  'populate=*',
  'populate=related',
  'populate[articles][populate]=*',
  'populate[company][populate][logo][populate]=related',
  'populate[related]=*&populate[folder][populate][files][populate]=related',
  'publicationFilter=modified&status=draft',
  'pageSize=100&_q=',
  'locale=de&populate=*',
];

/** Looks for a word where only the answer's shape can tell whether it is there. */
export const oracles = (word: string): string[] => [
  `_q=${word}`,
  ...['title', 'summary', 'byline', 'text', 'name'].map((field) => `filters[${field}][$containsi]=${word}`),
  ...['articles', 'related', 'disclaimers', 'company][articles', 'createdBy'].map(
    (path) => `filters[${path}][${path === 'createdBy' ? 'firstname' : 'title'}][$containsi]=${word}`,
  ),
  `filters[articles][byline][$startsWith]=${word}`,
  `filters[$or][0][articles][summary][$containsi]=${word}`,
  `filters[$not][articles][title][$containsi]=${word}`,
];

const attacked = {
  title: 'Attacked',
  name: 'Attacked',
  byline: 'Attacked',
  summary: 'Attacked',
  cover: null,
};

const bodies = (victim: Victim): object[] => {
  const [documentId] = victim.documents.get(ARTICLE) ?? [];
  const all = [...victim.documents.values()].flat();
  return [
    { ...attacked, documentId },
    { data: { ...attacked, documentId } },
    { documentIds: all, ids: [victim.file], fileIds: [victim.file], folderIds: [victim.folder] },
    { fileIds: [victim.file], folderIds: [victim.folder], destinationFolderId: null },
    {
      ...{ model: ARTICLE, uid: ARTICLE, id: documentId, documentId, locale: 'fr', instruments: [] },
      ...{ documents: all, entry: attacked, fileInfo: { name: 'Attacked' }, defaultLocale: 'fr' },
    },
  ];
};

const WRITE_QUERIES = ['status=draft&populate=*', 'locale=fr'];

const withQuery = (address: string, query: string) => (query ? `${address}?${query}` : address);

/** One request to an endpoint, for whoever has no business there at all. */
export const plainRequestsOf = (strapi: Core.Strapi, endpoint: Endpoint, victim: Victim): Request[] => {
  const { method } = endpoint;
  const [url = '/'] = addressesOf(strapi, endpoint, victim, [ARTICLE]);
  return [method === 'GET' ? { method, url } : { method, url, body: { data: attacked, ...attacked } }];
};

/** Every request to send to an endpoint, in the name of each type, document and file of the victim. */
export const requestsOf = (strapi: Core.Strapi, endpoint: Endpoint, victim: Victim): Request[] => {
  const { method, path } = endpoint;
  const others = isPerType(path) ? addressesOf(strapi, endpoint, victim, OTHER_TYPES) : [];
  const once = others.map((url) => ({ method, url, ...(method === 'GET' ? {} : { body: attacked }) }));
  const own = addressesOf(strapi, endpoint, victim, victim.documents.keys());
  const many = own.flatMap((address): Request[] => {
    // Of settings and lists of fields there are no drafts.
    const isContent = /^\/(api|content-manager|upload|i18n|quote-snapshots|newsroom)\//.test(path);
    if (method === 'GET' && !isContent) return [{ method, url: address }];
    if (method === 'GET') return QUERIES.map((query) => ({ method, url: withQuery(address, query) }));
    // In other languages it is the content that is at stake.
    const queries = path.startsWith('/content-manager/collection') ? WRITE_QUERIES : [''];
    return queries.flatMap((query) =>
      bodies(victim).map((body) => ({ method, url: withQuery(address, query), body })),
    );
  });
  return [...once, ...many];
};

/** Where a filter may tell what the answer does not show: lists. */
const isList = ({ method, path }: Endpoint): boolean =>
  method === 'GET' && (!/:(id|documentId|sourceId)\b/.test(path) || path.includes(':targetField'));

/** Pairs of addresses that differ in one word: it stands in the victim's draft, or nowhere. */
export const oraclesOf = (
  strapi: Core.Strapi,
  endpoint: Endpoint,
  victim: Victim,
): { planted: string; nowhere: string }[] => {
  if (!isList(endpoint) || !/^\/(api|content-manager|upload)\//.test(endpoint.path)) return [];
  const nowhere = [...PLANTED].reverse().join('');
  const addresses = addressesOf(strapi, endpoint, victim, victim.documents.keys());
  return addresses.flatMap((address) =>
    oracles(PLANTED).map((query, index) => ({
      planted: `${address}?${query}`,
      nowhere: `${address}?${oracles(nowhere)[index]}`,
    })),
  );
};
