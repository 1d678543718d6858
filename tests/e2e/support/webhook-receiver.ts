import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedEvent {
  event: string;
  documentId?: string;
}

/** A frontend that Strapi's webhooks can tell of things, on this machine. */
export const createWebhookReceiver = async () => {
  const received: ReceivedEvent[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      received.push(JSON.parse(body) as ReceivedEvent);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/revalidate`,
    received,
    close: (): Promise<unknown> => new Promise((resolve) => server.close(resolve)),
  };
};
