import { restrictQuery, type Models } from '../../../src/newsroom/drafts/published-only';

const LINKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  company: { articles: 'article', logo: 'file' },
  article: { companies: 'company', localizations: 'article' },
};
const MODELS: Models = {
  targetOf: (uid, attribute) => LINKS[uid]?.[attribute],
  hasDrafts: (uid) => uid === 'article',
};
const PUBLISHED = { publishedAt: { $notNull: true } };

const restricted = (uid: string, query: Record<string, unknown>) => {
  restrictQuery(query, uid, MODELS);
  return query;
};

describe('a query that sees published entries only', () => {
  it.each([
    ['finds them', 'article', {}, { where: { $and: [{}, PUBLISHED] } }],
    ['leaves a type without drafts alone', 'company', { where: { name: 'x' } }, { where: { name: 'x' } }],
    [
      'filters by them',
      'company',
      { where: { articles: { title: 'x' } } },
      { where: { articles: { $and: [{ title: 'x' }, PUBLISHED] } } },
    ],
    [
      'filters by them under any operator',
      'company',
      { where: { $or: [{ $not: { articles: { title: { $contains: 'x' } } } }] } },
      { where: { $or: [{ $not: { articles: { $and: [{ title: { $contains: 'x' } }, PUBLISHED] } } }] } },
    ],
    [
      'filters by their ids',
      'company',
      { where: { articles: { $in: [1, 2] } } },
      { where: { articles: { $and: [{ id: { $in: [1, 2] } }, PUBLISHED] } } },
    ],
    [
      'populates them',
      'company',
      { populate: ['articles'] },
      { populate: { articles: { where: PUBLISHED } } },
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
            where: { $and: [{}, PUBLISHED] },
            populate: { companies: { populate: { articles: { where: PUBLISHED } } } },
          },
        },
      },
    ],
    [
      'populates them in what may be of several types',
      'file',
      { populate: { related: { on: { article: { select: ['id'] }, company: {} } } } },
      {
        populate: {
          related: { on: { article: { select: ['id'], where: { $and: [{}, PUBLISHED] } }, company: {} } },
        },
      },
    ],
  ])('%s', (_what, uid, query, expected) => {
    expect(restricted(uid, query)).toEqual(expected);
  });

  it('is not sorted by what drafts say', () => {
    expect(() => restricted('company', { orderBy: [{ articles: { title: 'asc' } }] })).toThrow('"articles"');
    expect(() => restricted('company', { orderBy: { name: 'asc' } })).not.toThrow();
    expect(() =>
      restricted('article', { orderBy: [{ companies: { articles: { title: 'asc' } } }] }),
    ).toThrow();
  });
});
