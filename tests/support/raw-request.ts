import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';

export interface RawRequest {
  method: string;
  /** Sent as it stands, dot segments and double slashes included: clients like supertest would tidy it up. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is text already. */
  body?: unknown;
}

export interface RawAnswer {
  status: number;
  headers: string;
  text: string;
}

/** A server of the newsroom's that takes requests exactly as they are written. */
export interface RawServer {
  send(raw: RawRequest): Promise<RawAnswer>;
  close(): Promise<void>;
}

export const serveRaw = async (strapi: Core.Strapi): Promise<RawServer> => {
  const answerWith = strapi.server.app.callback();
  const server: Server = createServer((incoming, answer) => void answerWith(incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    send: ({ method, path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
        const sent = request(
          {
            port,
            host: '127.0.0.1',
            method,
            path,
            headers: {
              // With its length, which Node leaves out for methods that seldom have a body.
              ...(text === undefined
                ? {}
                : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
              connection: 'close',
              ...headers,
            },
          },
          (answer) => {
            let received = '';
            answer.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: JSON.stringify(answer.headers),
                text: received,
              }),
            );
          },
        );
        sent.on('error', reject).end(text);
      }),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
};
