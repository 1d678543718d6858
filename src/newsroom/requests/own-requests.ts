import type { IncomingMessage } from 'node:http';

const own = new WeakSet<IncomingMessage>();

/**
 * Marks a request that this server sends to itself to answer another request, which was counted already. A client cannot set this
 * mark.
 */
export const markOwnRequest = (request: IncomingMessage): void => {
  own.add(request);
};

/** Whether the request was marked by {@link markOwnRequest}. */
export const isOwnRequest = (request: IncomingMessage): boolean => own.has(request);
