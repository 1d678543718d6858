import type { Suite } from '../support/describe-newsroom';

/** Strapi's MCP server adds a global middleware without a name, which nobody could have declared. This newsroom has one. */
export const regression: Suite = (newsroom) => {
  it('all global middlewares of the newsroom are declared, or Strapi’s', async () => {
    const { http, adminToken } = newsroom();
    const { body } = await http()
      .get('/response-cache/status')
      .auth(adminToken, { type: 'bearer' })
      .expect(200);
    expect(body.data).toMatchObject({ state: 'on', reason: null });
  });
};
