import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A row of CloudQuote's answer: every field optional. */
export interface Row {
  Symbol?: unknown;
  Name?: string;
  Price?: unknown;
  PrevClose?: number;
  LastTradeTime?: number;
  Delay?: number;
  ExchangeShortName?: string;
  ExchangePrefixCode?: string;
  NominalCurrencyCode?: string;
}

/** What can be wrong with a provider. Those that name a price apply to every row of the answer. */
export type Fault =
  | 'close'
  | 'stall'
  | 'slow-drip'
  | 'status-403'
  | 'status-429'
  | 'status-429-for-ten-minutes'
  | 'status-429-without-retry-after'
  | 'status-500'
  | 'status-503'
  | 'html'
  | 'truncated'
  | 'error-text'
  | 'empty'
  | 'missing'
  | 'reordered'
  | 'unnamed'
  | 'duplicated'
  | 'wrong-type'
  | 'zero'
  | 'negative'
  | 'not-a-number'
  | 'not-available'
  | 'other-exchange'
  | 'no-currency'
  | 'old'
  | 'future'
  | 'skewed'
  | 'nan-literal'
  | 'huge'
  | 'fifty-megabytes'
  | 'redirect'
  /** Its live quotes work; of past minutes the plan does not cover any, or it has no price. */
  | 'past-refused'
  | 'past-empty';

const RETRY_AFTER: Partial<Record<Fault, string>> = {
  'status-429': '60',
  'status-429-for-ten-minutes': '600',
};

export interface Request {
  url: string;
  authorization: string | undefined;
  symbols: string[];
}

const BAD_ROWS: Partial<Record<Fault, Partial<Row>>> = {
  'wrong-type': { Price: { value: 1 } },
  zero: { Price: 0 },
  negative: { Price: -1 },
  'not-a-number': { Price: 'twelve' },
  'not-available': { Price: 'NA' },
  'other-exchange': { ExchangePrefixCode: 'FRA', ExchangeShortName: 'FRA', NominalCurrencyCode: 'EUR' },
  'no-currency': { NominalCurrencyCode: undefined },
  // Its clock is two minutes ahead of ours: no reason to doubt it.
  skewed: {
    get LastTradeTime() {
      return Date.now() + 120_000;
    },
  },
  old: { LastTradeTime: Date.UTC(2020, 0, 2) },
  future: {
    get LastTradeTime() {
      return Date.now() + 86_400_000;
    },
  },
};

/**
 * A quote provider that speaks CloudQuote's format over HTTP on this machine, faults included. Symbols are as that
 * vendor spells them: `MSFT`, `LSE:RIO`.
 */
export const createStandInProvider = async () => {
  const quotes = new Map<string, Row>();
  const requests: Request[] = [];
  const listeners: (() => void)[] = [];
  let held: ServerResponse[] = [];
  let fault: Fault | undefined;

  const rowOf = (symbol: string): Row | undefined => {
    const known = quotes.get(symbol);
    return (
      known && {
        Symbol: symbol,
        LastTradeTime: Date.now() - 1000,
        Delay: 20,
        ...known,
        ...(fault && BAD_ROWS[fault]),
      }
    );
  };

  const rowsOf = (symbols: string[]): Row[] => {
    const rows = symbols.flatMap((symbol) => rowOf(symbol) ?? []);
    if (fault === 'missing') return rows.slice(1);
    if (fault === 'reordered') return rows.reverse();
    if (fault === 'unnamed') return rows.map(({ Symbol: _symbol, ...row }) => row);
    if (fault === 'duplicated') return rows.flatMap((row) => [row, { ...row, Price: 1 }]);
    return rows;
  };

  const send = (response: ServerResponse, body: string, type = 'application/json'): void => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };

  /** Minutes of a past week: the price was the same all along. */
  const ticksOf = (symbol: string, to: string): [number, unknown, number][] => {
    const row = fault === 'past-empty' ? undefined : rowOf(symbol);
    return row ? [[Date.parse(to), row.Price, 1_000]] : [];
  };

  const answer = (response: ServerResponse, rows: unknown[]): void => {
    const body = JSON.stringify({ rows });
    switch (fault) {
      case 'close':
        response.socket?.destroy();
        return;
      case 'stall':
        held.push(response);
        return;
      case 'slow-drip': {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
        let sent = 0;
        const drip = setInterval(() => response.write(body[sent++] ?? ''), 20);
        response.once('close', () => clearInterval(drip));
        held.push(response);
        return;
      }
      case 'status-403':
      case 'status-429':
      case 'status-429-for-ten-minutes':
      case 'status-429-without-retry-after':
      case 'status-500':
      case 'status-503': {
        const wait = RETRY_AFTER[fault];
        response.writeHead(Number(fault.slice(7, 10)), wait === undefined ? {} : { 'retry-after': wait });
        response.end('{"error":"no"}');
        return;
      }
      case 'nan-literal':
        send(response, body.replaceAll(/"Price":[^,]+/g, '"Price":NaN'));
        return;
      case 'redirect':
        response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' });
        response.end();
        return;
      case 'html':
        send(response, '<html><body>Maintenance</body></html>', 'text/html');
        return;
      case 'truncated':
        send(response, body.slice(0, -5));
        return;
      case 'error-text':
        send(response, '{"message":"limit reached"}');
        return;
      case 'empty':
        send(response, '{"rows":[]}');
        return;
      case 'huge':
      case 'fifty-megabytes': {
        const megabytes = fault === 'huge' ? 6 : 50;
        send(response, JSON.stringify({ rows: [], padding: 'x'.repeat(megabytes * 1024 * 1024) }));
        return;
      }
      default:
        send(response, body);
    }
  };

  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const symbols = (url.searchParams.get('symbol') ?? '').split(',');
    requests.push({ url: url.pathname + url.search, authorization: request.headers.authorization, symbols });
    listeners.splice(0).forEach((listener) => listener());
    const to = url.searchParams.get('to');
    const isTicks = url.pathname === '/fcon/getPriceTicks.json' && to !== null;
    if (isTicks && fault === 'past-refused') {
      response.writeHead(403).end('{"error":"not in your plan"}');
      return;
    }
    answer(response, isTicks ? ticksOf(url.searchParams.get('symbol') ?? '', to) : rowsOf(symbols));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    /** Every request so far. */
    requests,
    /** Resolves when the next request has come in. */
    nextRequest: (): Promise<void> => new Promise((resolve) => void listeners.push(resolve)),
    /** What it says of a symbol from now on. */
    quote(symbol: string, row: Row): void {
      quotes.set(symbol, { NominalCurrencyCode: 'USD', ...row });
    },
    /** What is wrong with it from now on; undefined for nothing. */
    fail(next: Fault | undefined): void {
      fault = next;
    },
    /** Lets go of what a stall holds. */
    release(): void {
      for (const response of held) response.destroy();
      held = [];
    },
    async close(): Promise<void> {
      this.release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type StandInProvider = Awaited<ReturnType<typeof createStandInProvider>>;
