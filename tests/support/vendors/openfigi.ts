import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A job of `POST /v3/mapping`, as OpenFIGI documents it. */
export interface MappingJob {
  idType: string;
  idValue: string;
  micCode?: string;
}

export type OpenFigiFault =
  | 'quota'
  | 'too-many-jobs'
  | 'server-error'
  | 'garbage'
  | 'too-few'
  | 'stall'
  | 'close';

/** A record of the listing that Apple has on Nasdaq, as OpenFIGI answers it. */
export const APPLE = {
  figi: 'BBG000B9Y5X2',
  name: 'APPLE INC',
  ticker: 'AAPL',
  exchCode: 'UW',
  compositeFIGI: 'BBG000B9XRY4',
  securityType: 'Common Stock',
  marketSector: 'Equity',
  shareClassFIGI: 'BBG001S5N8V8',
  securityType2: 'Common Stock',
  securityDescription: 'AAPL',
};

const NOT_FOUND = { warning: 'No identifier found.' };

/** OpenFIGI on this machine. It answers each job by itself, in their order, and knows what `know` has told it. */
export const createOpenFigi = async () => {
  const known = new Map<string, object>();
  const requests: { method: string; path: string; headers: object; jobs: MappingJob[] }[] = [];
  const held: ServerResponse[] = [];
  let fault: OpenFigiFault | undefined;

  const keyOf = ({ idType, idValue, micCode = '' }: MappingJob): string => `${idType} ${idValue} ${micCode}`;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const jobs: MappingJob[] = JSON.parse(Buffer.concat(chunks).toString());
      const { method = '', url = '', headers } = request;
      requests.push({ method, path: url, headers, jobs });
      const send = (status: number, body: unknown, more: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...more });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      const answers = jobs.map((job) => known.get(keyOf(job)) ?? NOT_FOUND);
      switch (fault) {
        case 'quota':
          return send(429, 'Too many requests, please try again later.', { 'ratelimit-reset': '60' });
        case 'too-many-jobs':
          return send(413, 'Request entity too large.');
        case 'server-error':
          return send(500, 'Internal server error.');
        case 'garbage':
          return send(200, '<html>maintenance</html>');
        case 'too-few':
          return send(200, answers.slice(1));
        case 'stall':
          held.push(response);
          return undefined;
        case 'close':
          response.socket?.destroy();
          return undefined;
        default:
          return send(200, answers);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** What it says to a job from now on: `data`, `warning` or `error`. */
    know(job: MappingJob, answer: object): void {
      known.set(keyOf(job), answer);
    },
    fail(next: OpenFigiFault | undefined): void {
      fault = next;
    },
    async close(): Promise<void> {
      for (const response of held) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
