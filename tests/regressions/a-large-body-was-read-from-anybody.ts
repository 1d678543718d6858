import { createToken } from '../../src/newsroom/access/create-token';
import { TOKENS } from '../../src/newsroom/access/tokens';
import type { Suite } from '../support/describe-newsroom';

const LARGE = 200_000;

export const regression: Suite = (newsroom) => {
  const text = JSON.stringify({ data: { title: 'x'.repeat(LARGE) } });
  const ones = (count: number): string => `{"data":[${'1,'.repeat(count)}1]}`;
  const post = (where: string, body: string, token?: string) => {
    const sending = newsroom().http().post(where).set('content-type', 'application/json');
    return (token ? sending.set('authorization', `Bearer ${token}`) : sending).send(body);
  };

  it.each([
    '/api/articles',
    '/API/articles/',
    '/graphql',
    '/GraphQL',
    '/graphql/',
    '/admin/login',
    '/api/auth/local',
  ])('is refused of a visitor at %s', async (where) => {
    const { status, body } = await post(where, text);
    expect(status).toBe(413);
    expect(JSON.stringify(body)).not.toContain('node_modules');
  });

  it('is taken of somebody who is known', async () => {
    const { adminToken } = newsroom();
    const where = '/content-manager/collection-types/api::article.article';
    const sent = { title: 'Large', summary: 'x'.repeat(LARGE) };
    const { body } = await post(where, JSON.stringify(sent), adminToken).expect(201);
    expect(body.data).toMatchObject(sent);
    await newsroom()
      .strapi.db.query('api::article.article')
      .deleteMany({ where: { title: 'Large' } });
  });

  it('has only so many values, of a visitor', async () => {
    const { body } = await post(
      '/graphql',
      `{"query":"{ articles { title } }","variables":${ones(6_000)}}`,
    ).expect(400);
    expect(body.error.message).toMatch(/more than 5000 values/);
    await post('/api/articles', ones(6_000)).expect(400);
  });

  it('has only so many values, of a token holder', async () => {
    const { strapi } = newsroom();
    await strapi.db.query('admin::api-token').deleteMany({ where: { name: TOKENS.frontend.name } });
    const token = await createToken(strapi, 'frontend');
    const { body } = await post('/api/articles', ones(4_000_000), token).expect(400);
    expect(body.error.message).toMatch(/more than 200000 values/);
  });
};
