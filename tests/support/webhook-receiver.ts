import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedEvent {
  event: string;
  uid?: string;
  model?: string;
  /** What Strapi's own events are about. */
  entry?: Record<string, unknown>;
  documentId?: string;
  locale?: string | null;
  /** documentIds of the snapshots that the event is about. */
  changed?: string[];
  snapshots?: { documentId: string; state: string; current: boolean; reason: string | null }[];
}

/** A frontend that Strapi's webhooks can tell of things, on this machine. */
export const createWebhookReceiver = async (react?: (event: ReceivedEvent) => Promise<void>) => {
  const received: ReceivedEvent[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const event = JSON.parse(body) as ReceivedEvent;
      void Promise.resolve(react?.(event)).finally(() => {
        received.push(event);
        response.end();
        waiting.forEach((look) => look());
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/revalidate`,
    received,
    /** Resolves once such an event has come in, and what reacts to it is done. */
    hears: (isIt: (event: ReceivedEvent) => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!received.some(isIt)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: (): Promise<unknown> => new Promise((resolve) => server.close(resolve)),
  };
};
