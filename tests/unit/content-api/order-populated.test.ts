import { orderPopulated } from '../../../src/plugins/quote-snapshots/server/src/content-api/order-populated';

const SNAPSHOT = 'plugin::quote-snapshots.quote-snapshot';
const targetOf = (uid: string, attribute: string) => {
  if (attribute === 'quoteSnapshots' && uid === 'api::article.article') return SNAPSHOT;
  return { articles: 'api::article.article', company: 'api::company.company' }[attribute];
};
const order = (uid: string, populate: unknown) => {
  const query = { populate };
  orderPopulated(query, uid, targetOf);
  return query.populate;
};
const FIRST_MENTION = { orderBy: [{ position: 'asc' }, { id: 'asc' }] };

describe('populated snapshots', () => {
  it.each([
    ['true', { quoteSnapshots: true }, { quoteSnapshots: FIRST_MENTION }],
    ['a list', ['quoteSnapshots', 'company'], { quoteSnapshots: FIRST_MENTION, company: true }],
    ['options', { quoteSnapshots: { limit: 1 } }, { quoteSnapshots: { limit: 1, ...FIRST_MENTION } }],
    ['another order', { quoteSnapshots: { orderBy: 'price' } }, { quoteSnapshots: { orderBy: 'price' } }],
    ['a count', { quoteSnapshots: { count: true } }, { quoteSnapshots: { count: true } }],
    ['false', { quoteSnapshots: false }, { quoteSnapshots: false }],
  ])('%s', (_name, populate, expected) => {
    expect(order('api::article.article', populate)).toEqual(expected);
  });

  it('however deep, and through fragments', () => {
    const deep = { articles: { populate: { quoteSnapshots: true } } };
    expect(order('api::company.company', deep)).toEqual({
      articles: { populate: { quoteSnapshots: FIRST_MENTION } },
    });
    const zone = { zone: { on: { 'api::article.article': { populate: { quoteSnapshots: true } } } } };
    expect(order('api::page.page', zone)).toEqual({
      zone: { on: { 'api::article.article': { populate: { quoteSnapshots: FIRST_MENTION } } } },
    });
  });

  it('leaves an attribute of that name elsewhere alone', () => {
    expect(order('api::company.company', { quoteSnapshots: true })).toEqual({ quoteSnapshots: true });
  });
});
