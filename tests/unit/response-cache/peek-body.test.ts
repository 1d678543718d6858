import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { peekBody } from '../../../src/plugins/response-cache/server/src/serve/peek-body';

const LONGEST = 64 * 1024;

describe('the body of a request', () => {
  let server: Server;
  /** What was looked at, and what the handler after it could read; of each request. */
  let found: Promise<{ peeked: string | undefined; read: string }>;

  beforeEach(async () => {
    server = createServer();
    found = new Promise((resolve) => {
      server.on('request', (req, res) => {
        void (async () => {
          const peeked = (await peekBody(req))?.toString();
          // As Strapi's: not at once.
          await new Promise((later) => setTimeout(later, 10));
          let read = '';
          for await (const chunk of req) read += String(chunk);
          res.end();
          resolve({ peeked, read });
        })().catch(() => resolve({ peeked: undefined, read: '(cut off)' }));
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => void server.close());

  /** Sends a request in pieces, one after the other. */
  const send = async (pieces: readonly string[], hangsUp = false): Promise<void> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay(true);
    await once(socket, 'connect');
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise((later) => setTimeout(later, 20));
    }
    if (hangsUp) socket.destroy();
    else {
      await once(socket, 'data');
      socket.destroy();
    }
  };
  const head = (length: number): string =>
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;

  it.each<[string, string[]]>([
    ['in one packet with the headers', [`${head(3)}{a}`]],
    ['after the headers', [head(3), '{a}']],
    ['in pieces, the first with the headers', [`${head(3)}{`, 'a', '}']],
  ])('is read and put back where it comes %s', async (_how, pieces) => {
    await send(pieces);
    expect(await found).toEqual({ peeked: '{a}', read: '{a}' });
  });

  it('is read and put back where it is as long as may be', async () => {
    const body = 'é'.repeat(LONGEST / 2);
    await send([`${head(LONGEST)}${body}`]);
    expect(await found).toEqual({ peeked: body, read: body });
  });

  it.each<[string, string[], string]>([
    ['it is longer', [`${head(LONGEST + 1)}${'x'.repeat(LONGEST + 1)}`], 'x'.repeat(LONGEST + 1)],
    ['it is empty', [head(0)], ''],
  ])('is left alone where %s', async (_why, pieces, read) => {
    await send(pieces);
    expect(await found).toEqual({ peeked: undefined, read });
  });

  it('is not waited for where the client hangs up', async () => {
    await send([`${head(3)}{a`], true);
    expect((await found).peeked).toBeUndefined();
  });
});
