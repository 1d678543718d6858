import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cache } from '../../../src/plugins/response-cache/server/src/cache';
import type { Entry } from '../../../src/plugins/response-cache/server/src/entries/entry';
import { headersToStore } from '../../../src/plugins/response-cache/server/src/http/headers';
import { sendEntry } from '../../../src/plugins/response-cache/server/src/serve/send-entry';

const FACTS = { isGet: true, byToken: false, dependsOn: ['origin'], isGraphql: false, cdn: null, tags: [] };
const BODY = Buffer.from('{"data":[]}');

/** As much of a cache as is looked at. */
const CACHE = { config: { explainTo: 'everyone' } } as Cache;

/** What Koa and Strapi have set when an answer ends. */
const setAsStrapi = (res: ServerResponse): void => {
  res.setHeader('Content-Type', 'application/json');
  res.setHeader('Content-Length', BODY.length);
  res.setHeader('Vary', ['Origin', 'Accept']);
  res.setHeader('X-Two', ['a', 'b']);
  res.setHeader('X-Response-Time', '12ms');
  res.setHeader('X-RateLimit-Remaining', '9');
  res.setHeader('ETag', '"of-a-handler"');
};

const entryOf = (res: ServerResponse): Entry =>
  ({
    body: BODY,
    encoded: {},
    headers: headersToStore(res.getHeaders(), FACTS),
    tag: 'tag',
  }) as unknown as Entry;

describe('an answer that is stored', () => {
  let server: Server;
  beforeAll(async () => {
    let entry: Entry | undefined;
    server = createServer((req, res) => {
      const how = entry ? 'hit' : 'miss';
      if (!entry) {
        setAsStrapi(res);
        entry = entryOf(res);
      }
      // As what every hit passes may.
      else if (req.headers['x-count'] !== undefined) res.setHeader('X-Counted', '1');
      sendEntry(CACHE, req, res, entry, how);
      if (req.url === '/last') entry = undefined;
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => void server.close());

  /** Headers as they were sent, each on a line, and the body. */
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, path, headers, agent: false }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    let body = '';
    for await (const chunk of answer) body += String(chunk);
    const { rawHeaders } = answer;
    const lines = rawHeaders.flatMap((name, at) =>
      at % 2 === 0 ? [`${name.toLowerCase()}: ${rawHeaders[at + 1]}`] : [],
    );
    const ofNode = /^(?:date|connection|keep-alive):/;
    return { status: answer.statusCode, body, lines: lines.filter((line) => !ofNode.test(line)).sort() };
  };

  const STORED = [
    'cache-control: public, max-age=0, must-revalidate',
    'content-length: 11',
    'content-type: application/json',
    'etag: "tag"',
    'vary: origin, Accept, Accept-Encoding, Authorization',
    'x-two: a',
    'x-two: b',
  ];

  it('has the same headers when it is made and when it comes from the cache, but for those of one client', async () => {
    const [miss, hit] = [await ask('/'), await ask('/last')];
    expect(miss).toEqual({
      status: 200,
      body: BODY.toString(),
      lines: [...STORED, 'x-cache: miss', 'x-ratelimit-remaining: 9'].sort(),
    });
    expect(hit).toEqual({ status: 200, body: BODY.toString(), lines: [...STORED, 'x-cache: hit'].sort() });
  });

  it('has all of them beside those that what every hit passes has set', async () => {
    await ask('/');
    const hit = await ask('/last', { 'x-count': '' });
    expect(hit.lines).toEqual([...STORED, 'x-cache: hit', 'x-counted: 1'].sort());
  });

  it('is 304 without what describes its body, in both cases', async () => {
    const has = { 'if-none-match': '"tag"' };
    const [miss, hit] = [await ask('/', has), await ask('/last', has)];
    const stored = STORED.filter((line) => !line.startsWith('content-'));
    expect(miss).toEqual({
      status: 304,
      body: '',
      lines: [...stored, 'x-cache: miss', 'x-ratelimit-remaining: 9'].sort(),
    });
    expect(hit).toEqual({ status: 304, body: '', lines: [...stored, 'x-cache: hit'].sort() });
  });
});
