import { connect, type Socket } from 'node:net';

/** A request as bytes for the socket. */
export interface WireRequest {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

const onTheWire = ({ method, path, headers = {}, body = '' }: WireRequest, host: string): Buffer => {
  const all = {
    host,
    ...headers,
    ...(body
      ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
      : {}),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
};

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Sends one request after the other over one connection until the time is over. */
const converse = (
  address: URL,
  next: () => Buffer | undefined,
  answered: (head: string) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(address.port), address.hostname);
    socket.setNoDelay(true);
    let head: Buffer = Buffer.alloc(0);
    let missing = -1;
    const send = (): void => {
      const request = next();
      if (request) socket.write(request);
      else {
        socket.destroy();
        resolve();
      }
    };
    const take = (chunk: Buffer): void => {
      if (missing < 0) {
        head = head.length > 0 ? Buffer.concat([head, chunk]) : chunk;
        const end = head.indexOf(END_OF_HEAD);
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        const length = /^content-length: (\d+)/im.exec(text)?.[1];
        if (length === undefined) {
          reject(new Error(`An answer without a length:\n${text}`));
          socket.destroy();
          return;
        }
        answered(text);
        missing = Number(length) - (head.length - end - 4);
        head = Buffer.alloc(0);
      } else {
        missing -= chunk.length;
      }
      if (missing === 0) {
        missing = -1;
        send();
      }
    };
    socket.on('data', take).on('error', reject).on('connect', send);
  });

const requireSuccess = (head: string): void => {
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`Not answered with 200:\n${head}`);
};

/**
 * Sends each request once, over one connection.
 *
 * @throws Error for an answer that is not 200
 */
export const sendEach = (address: string, requests: readonly WireRequest[]): Promise<void> => {
  const url = new URL(address);
  const wires = requests.map((request) => onTheWire(request, url.host));
  return converse(url, () => wires.shift(), requireSuccess);
};

/** The result of a load. */
export interface LoadResult {
  perSecond: number;
  answers: number;
}

/**
 * Loads a server over this number of connections for a while. Node's own HTTP clients take longer to parse an answer than the cache
 * takes to send one, so this client reads the length only, and counts.
 *
 * @throws Error for an answer that is not 200
 */
export const load = async (
  addresses: readonly string[],
  requests: readonly WireRequest[],
  { connections, milliseconds }: { connections: number; milliseconds: number },
): Promise<LoadResult> => {
  const urls = addresses.map((address) => new URL(address));
  const wires = urls.map((url) => requests.map((request) => onTheWire(request, url.host)));
  const start = performance.now();
  let answers = 0;
  let sent = 0;
  await Promise.all(
    Array.from({ length: connections }, (_, index) => {
      const at = index % urls.length;
      const url = urls[at];
      const mine = wires[at] ?? [];
      if (!url) return Promise.resolve();
      return converse(
        url,
        () => (performance.now() - start < milliseconds ? mine[(sent += 1) % mine.length] : undefined),
        (head) => {
          requireSuccess(head);
          answers += 1;
        },
      );
    }),
  );
  return { answers, perSecond: (answers / (performance.now() - start)) * 1_000 };
};
