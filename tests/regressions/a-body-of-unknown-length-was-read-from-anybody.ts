import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Suite } from '../support/describe-newsroom';

const LARGE = 200_000;
const ENTRY = '/content-manager/collection-types/api::article.article';

/**
 * Up to 10 MB of a body were read of anybody who did not say how long it is (`Transfer-Encoding: chunked`), or whose body
 * was small until it was decompressed.
 */
export const regression: Suite = (newsroom) => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    const answerWith = newsroom().strapi.server.app.callback();
    server = createServer((incoming, answer) => void answerWith(incoming, answer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await newsroom()
      .strapi.db.query('api::article.article')
      .deleteMany({ where: { title: { $startsWith: 'Of unknown length' } } });
  });

  /** Sends a body in pieces; one that does not end is ended by the server alone. */
  const send = (
    path: string,
    pieces: readonly (string | Buffer)[],
    { headers = {}, ends = true }: { headers?: Record<string, string>; ends?: boolean } = {},
  ): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const sending = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path,
          headers: { 'content-type': 'application/json', ...headers },
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 0, text });
            sending.destroy();
          });
        },
      );
      sending.on('error', reject);
      for (const piece of pieces) sending.write(piece);
      if (ends) sending.end();
    });

  const asAdmin = () => ({ authorization: `Bearer ${newsroom().adminToken}` });
  const json = (title: string): string => JSON.stringify({ title, summary: 'x'.repeat(LARGE) });

  it.each(['/api/articles', '/graphql', '/GraphQL/', '/admin/login', ENTRY, '/nowhere', '/mcp'])(
    'a visitor’s at %s is refused while it is still arriving',
    async (path) => {
      const answer = await send(path, ['{"title":"', 'x'.repeat(LARGE)], { ends: false });
      expect(answer.status).toBe(413);
    },
  );

  it.each(['/api/articles', '/graphql', '/admin/login', ENTRY])(
    'a visitor’s at %s is as large as it is decompressed',
    async (path) => {
      const body = gzipSync(json('Of unknown length, compressed').repeat(20));
      expect(body.length).toBeLessThan(10_000);
      const headers = { 'content-encoding': 'gzip', 'content-length': String(body.length) };
      expect((await send(path, [body], { headers })).status).toBe(413);
    },
  );

  it.each(['made up', 'of nobody'])('a token that is %s opens nothing', async (kind) => {
    const token = kind === 'made up' ? 'f'.repeat(256) : 'eyJhbGciOiJub25lIn0.eyJ1c2VySWQiOiIxIn0.';
    const headers = { authorization: `Bearer ${token}` };
    const answer = await send(ENTRY, ['{"title":"', 'x'.repeat(LARGE)], { headers, ends: false });
    expect(answer.status).toBe(413);
  });

  it('is taken of somebody who is known, up to 10 MB', async () => {
    const title = 'Of unknown length, of an editor';
    const answer = await send(ENTRY, [json(title)], { headers: asAdmin() });
    expect([answer.status, answer.text.length > LARGE]).toEqual([201, true]);
    const compressed = await send(ENTRY, [gzipSync(json(`${title}, compressed`))], {
      headers: { ...asAdmin(), 'content-encoding': 'gzip' },
    });
    expect(compressed.status).toBe(201);
    const endless = Array<string>(110).fill('x'.repeat(100_000));
    expect((await send(ENTRY, ['{"title":"', ...endless], { headers: asAdmin(), ends: false })).status).toBe(
      413,
    );
  });
};
