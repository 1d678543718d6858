import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StandInFault } from '../../../src/plugins/quote-snapshots/server/src/provider-kit';

export interface VendorRequest {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

export interface VendorAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** A vendor on this machine: what it was asked, and what is wrong with it. */
export interface VendorServer {
  baseUrl: string;
  requests: VendorRequest[];
  /** Answers these requests as somebody recorded it; undefined where it should answer by itself. */
  record(recorded: ((request: VendorRequest) => VendorAnswer | undefined) | undefined): void;
  fail(fault: StandInFault | undefined): void;
  close(): Promise<void>;
}

/**
 * A stand-in for a vendor, over HTTP.
 *
 * @param answer what it says to a request where nothing is wrong
 * @param no how this vendor refuses a key, and says that its quota is used up
 */
export const createVendorServer = async (
  answer: (request: VendorRequest) => VendorAnswer,
  no: { refused: VendorAnswer; quota: VendorAnswer },
): Promise<VendorServer> => {
  const requests: VendorRequest[] = [];
  const held = new Set<ServerResponse>();
  let fault: StandInFault | undefined;
  let recorded: ((request: VendorRequest) => VendorAnswer | undefined) | undefined;

  const send = (response: ServerResponse, { status = 200, headers = {}, body }: VendorAnswer): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

  const failed = (response: ServerResponse, request: VendorRequest): void => {
    switch (fault) {
      case 'close':
        response.socket?.destroy();
        return;
      case 'stall':
        held.add(response);
        return;
      case 'refused':
      case 'quota':
        send(response, no[fault]);
        return;
      case 'server-error':
        send(response, { status: 500, body: { error: 'no' } });
        return;
      case 'html':
        send(response, { headers: { 'content-type': 'text/html' }, body: '<html>Maintenance</html>' });
        return;
      case 'truncated':
        send(response, { body: JSON.stringify(answer(request).body).slice(0, -3) });
        return;
      case 'unexpected':
        send(response, { body: { unexpected: true } });
        return;
      case 'huge':
        send(response, { body: { padding: 'x'.repeat(6 * 1024 * 1024) } });
        return;
      case 'redirect':
        send(response, { status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' }, body: '' });
        return;
      case undefined:
        send(response, recorded?.(request) ?? answer(request));
    }
  };

  const server = createServer((message, response) => {
    const url = new URL(message.url ?? '/', 'http://stand-in');
    const request = {
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: message.headers,
    };
    requests.push(request);
    failed(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    record(next) {
      recorded = next;
    },
    fail(next) {
      fault = next;
      for (const response of held) response.destroy();
      held.clear();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
