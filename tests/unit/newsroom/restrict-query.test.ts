import type { Models } from '../../../src/newsroom/visibility/models';
import {
  draftVisibility,
  publishedVisibility,
} from '../../../src/newsroom/visibility/content-api-visibility';
import { restrictQuery } from '../../../src/newsroom/visibility/restrict-query';
import {
  NO_ENTRY,
  PUBLISHED_ENTRY,
  type Query,
  type Visibility,
} from '../../../src/newsroom/visibility/visibility';

const LINKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  company: { articles: 'article', logo: 'file' },
  article: { companies: 'company', localizations: 'article' },
};
const COLUMNS: Readonly<Record<string, string[]>> = {
  company: ['id', 'name'],
  article: ['id', 'title', 'byline', 'key'],
};
const MODELS: Models = {
  relationTarget: (uid, attribute) => LINKS[uid]?.[attribute],
  isPolymorphic: (uid, attribute) => uid === 'file' && attribute === 'related',
  relationNames: (uid) => (uid === 'file' ? ['related'] : Object.keys(LINKS[uid] ?? {})),
  columnNames: (uid) => COLUMNS[uid] ?? ['id'],
  searchableColumns: (uid) => (COLUMNS[uid] ?? []).filter((name) => name !== 'id'),
  uids: () => ['article', 'company', 'file'],
  hasDrafts: (uid) => uid === 'article',
  isPrivate: (_uid, attribute) => attribute === 'key',
  isHidden: () => false,
};

const restricted = (
  uid: string,
  query: Query,
  visibility: Visibility = publishedVisibility(MODELS),
): Query => {
  restrictQuery(query, uid, { models: MODELS, visibility });
  return query;
};

describe('a query that sees published entries only', () => {
  it.each<[string, string, Query, Query]>([
    ['finds them', 'article', {}, { where: PUBLISHED_ENTRY }],
    ['leaves a type without drafts alone', 'company', { where: { name: 'x' } }, { where: { name: 'x' } }],
    [
      'filters by them',
      'company',
      { where: { articles: { title: 'x' } } },
      { where: { articles: { $and: [{ title: 'x' }, PUBLISHED_ENTRY] } } },
    ],
    [
      'filters by them under any operator',
      'company',
      { where: { $or: [{ $not: { articles: { title: { $contains: 'x' } } } }] } },
      {
        where: { $or: [{ $not: { articles: { $and: [{ title: { $contains: 'x' } }, PUBLISHED_ENTRY] } } }] },
      },
    ],
    [
      'filters by their ids',
      'company',
      { where: { articles: { $in: [1, 2] } } },
      { where: { articles: { $and: [{ id: { $in: [1, 2] } }, PUBLISHED_ENTRY] } } },
    ],
    [
      'does not tell what has none',
      'company',
      { where: { articles: null } },
      { where: { articles: { $and: [{ id: { $null: true } }, PUBLISHED_ENTRY] } } },
    ],
    [
      'filters by what the database calls filters',
      'company',
      { filters: { articles: { title: 'x' } } },
      { filters: { articles: { $and: [{ title: 'x' }, PUBLISHED_ENTRY] } } },
    ],
    [
      'populates them',
      'company',
      { populate: ['articles'] },
      { populate: { articles: { where: PUBLISHED_ENTRY } } },
    ],
    [
      'populates them where everything is asked for',
      'company',
      { populate: true },
      { populate: { articles: { where: PUBLISHED_ENTRY }, logo: {} } },
    ],
    [
      'populates them where they are asked for by a path',
      'article',
      { populate: ['companies.articles', 'companies.logo'] },
      {
        where: PUBLISHED_ENTRY,
        populate: { companies: { populate: { articles: { where: PUBLISHED_ENTRY }, logo: {} } } },
      },
    ],
    [
      'counts them',
      'company',
      { populate: { articles: { count: true } } },
      { populate: { articles: { count: true, where: PUBLISHED_ENTRY } } },
    ],
    [
      'populates them at any depth, keeping what was asked',
      'company',
      {
        populate: { articles: { select: ['id'], populate: { companies: { populate: { articles: true } } } } },
      },
      {
        populate: {
          articles: {
            select: ['id'],
            where: PUBLISHED_ENTRY,
            populate: { companies: { populate: { articles: { where: PUBLISHED_ENTRY } } } },
          },
        },
      },
    ],
    [
      'populates them in what may be of several types',
      'file',
      { populate: { related: { on: { article: { select: ['id'] }, company: {} } } } },
      { populate: { related: { on: { article: { select: ['id'], where: PUBLISHED_ENTRY }, company: {} } } } },
    ],
    [
      'populates them in what may be of any type',
      'file',
      { populate: { related: { populate: true } } },
      {
        populate: {
          related: {
            on: {
              article: {
                where: PUBLISHED_ENTRY,
                populate: { companies: {}, localizations: { where: PUBLISHED_ENTRY } },
              },
              company: { populate: { articles: { where: PUBLISHED_ENTRY }, logo: {} } },
              file: {
                populate: {
                  related: {
                    on: { article: { where: PUBLISHED_ENTRY }, company: {}, file: {} },
                  },
                },
              },
            },
          },
        },
      },
    ],
    [
      'does not count what may be of any type',
      'file',
      { populate: { related: { count: true } } },
      { populate: {} },
    ],
    [
      'searches in what is shown',
      'article',
      { _q: 'x', where: { id: 1 } },
      {
        where: {
          $and: [
            { $and: [{ id: 1 }, { $or: [{ title: { $containsi: 'x' } }, { byline: { $containsi: 'x' } }] }] },
            PUBLISHED_ENTRY,
          ],
        },
      },
    ],
    ['searches as Strapi does where all is shown', 'company', { _q: 'x' }, { _q: 'x' }],
  ])('%s', (_what, uid, query, expected) => {
    expect(restricted(uid, query)).toEqual(expected);
  });

  it('is not sorted by what drafts say', () => {
    expect(() => restricted('company', { orderBy: [{ articles: { title: 'asc' } }] })).toThrow('"articles"');
    expect(() => restricted('company', { orderBy: { name: 'asc' } })).not.toThrow();
    expect(() =>
      restricted('article', { orderBy: [{ companies: { articles: { title: 'asc' } } }] }),
    ).toThrow();
    expect(() => restricted('article', { orderBy: { localizations: { title: 'asc' } } })).toThrow();
    expect(() => restricted('file', { orderBy: { related: { title: 'asc' } } })).toThrow('"related"');
  });

  it('keeps a search in what is shown with the right to drafts, too', () => {
    const query = restricted('article', { _q: 'x' }, draftVisibility(MODELS));
    expect(query).toEqual({
      where: { $or: [{ title: { $containsi: 'x' } }, { byline: { $containsi: 'x' } }] },
    });
  });
});

/** Somebody who may read the titles of their own articles. */
const OWN = { createdBy: { id: 7 } };
const person: Visibility = {
  entryFilter: (uid) => (uid === 'article' ? OWN : uid === 'file' ? NO_ENTRY : undefined),
  filtersRoot: false,
  canReadField: (uid, attribute) => uid !== 'article' || ['id', 'title'].includes(attribute),
  canSearchField: () => true,
  canSortBy: (uid) => uid !== 'article',
  draftResponse: 'everything',
};

describe('a query that sees what a person of the admin may read', () => {
  it.each<[string, string, Query, Query]>([
    [
      'leaves what is asked for directly to its controller',
      'article',
      { where: { byline: 'x' } },
      { where: { byline: 'x' } },
    ],
    [
      'populates what they may read, with the fields that they may read',
      'company',
      { populate: { articles: { orderBy: [{ byline: 'asc' }, { title: 'asc' }] }, logo: true } },
      {
        populate: {
          articles: { select: ['id', 'title'], where: OWN, orderBy: [{ title: 'asc' }] },
          logo: { where: NO_ENTRY },
        },
      },
    ],
    [
      'filters by what they may read',
      'company',
      { where: { articles: { title: 'x' } } },
      { where: { articles: { $and: [{ title: 'x' }, OWN] } } },
    ],
    [
      'finds nothing by a field that they may not read',
      'company',
      { where: { articles: { $or: [{ title: 'y' }, { byline: 'x' }] } } },
      { where: { articles: { $and: [{ $or: [{ title: 'y' }, NO_ENTRY] }, OWN] } } },
    ],
  ])('%s', (_what, uid, query, expected) => {
    expect(restricted(uid, query, person)).toEqual(expected);
  });

  it('is not sorted by what they may not read', () => {
    expect(() => restricted('company', { orderBy: { articles: { title: 'asc' } } }, person)).toThrow();
    expect(() => restricted('article', { orderBy: { byline: 'asc' } }, person)).not.toThrow();
  });
});
