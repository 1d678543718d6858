import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { authorizeToken } from '../../support/api-token';
import { addAppCode } from '../../support/app-code';
import type { Suite } from '../../support/describe-newsroom';
import { APOLLO_CODE, EXTENSION } from '../../support/graphql-code';
import type { Node } from '../../support/node';
import { ask, startSecondNode } from '../../support/response-cache';

const FOLDER = join(process.cwd(), '.tmp', `changed-graphql-${process.pid}`);

/** Apps that change not one field of GraphQL, but what stands around all of them. */
export const changedGraphql: Suite = (newsroom) => {
  let node: Node | undefined;
  afterEach(async () => {
    await node?.do('stop');
    await rm(FOLDER, { recursive: true, force: true });
  });

  /** Starts a node of such an app, and gives what asks it. */
  const start = async (more: Parameters<typeof addAppCode>[2]) => {
    const { strapi, distDir } = newsroom();
    const second = await startSecondNode({ DIST_DIR: await addAppCode(distDir, FOLDER, more) });
    ({ node } = second);
    const headers = { authorization: await authorizeToken(strapi, 'full-access') };
    return (path: string, query?: string) =>
      ask(second.address, path, query === undefined ? { headers } : { headers, query });
  };
  const QUERY = '{ companies { name } }';

  it('nothing is stored where Apollo runs code for each request that nobody declared', async () => {
    const get = await start({ config: APOLLO_CODE });
    const found = 'apolloServer.plugins, apolloServer.stringifyResult, graphql.landingPage';
    for (let turn = 0; turn < 2; turn += 1) {
      const { status, body, cache } = await get('/graphql', QUERY);
      expect([status, cache]).toEqual([200, `bypass; resolver ${found}`]);
      expect(Object.keys(JSON.parse(body))).toEqual(['data', 'extensions', 'now']);
    }
    // Then a handler replaces what Strapi's resolvers call.
    expect((await get('/api/made-up/replace-builders')).status).toBe(200);
    expect((await get('/graphql', QUERY)).cache).toBe(`bypass; resolver extensions.graphql, ${found}`);
  });

  it('nothing is stored where an app extends the GraphQL plugin by a file that nobody declared', async () => {
    const get = await start({ files: { 'src/extensions/graphql/strapi-server.js': EXTENSION } });
    for (let turn = 0; turn < 2; turn += 1)
      expect((await get('/graphql', QUERY)).cache).toBe('bypass; resolver extensions.graphql');
  });
};
