import { createServer } from 'node:http';

const ANSWERS = {
  refused: [403, '{"error":"no"}'],
  quota: [429, '{"error":"slow down"}'],
  'server-error': [500, ''],
  html: [200, '<html></html>'],
  truncated: [200, '{"prices":['],
  unexpected: [200, '{"unexpected":true}'],
  huge: [200, JSON.stringify({ padding: 'x'.repeat(6 * 1024 * 1024) })],
};

/** The vendor, on this machine: it knows two shares, and fails as it is told. */
export const startStandIn = async () => {
  const at = new Date(Date.now() - 60_000).toISOString();
  const prices = {
    MSFT: { symbol: 'MSFT', last: '480.50', previous: '470.00', currency: 'USD', at },
    'VOD.LON': { symbol: 'VOD.LON', last: '71.24', previous: '70.90', currency: 'GBX', at },
  };
  let fault;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    if (fault === 'close') return void request.socket.destroy();
    // Never answered; the server's end closes it.
    if (fault === 'stall') return;
    if (fault === 'redirect') return void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
    const symbols = new URL(request.url, 'http://stand-in').searchParams.get('symbols').split(',');
    const known = symbols.flatMap((symbol) => prices[symbol] ?? []);
    const [status, body] = ANSWERS[fault] ?? [200, JSON.stringify({ prices: known })];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${server.address().port}`,
    requests: () => requests,
    fail: (next) => {
      fault = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
