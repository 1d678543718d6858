import type { IncomingMessage } from 'node:http';

const own = new WeakSet<IncomingMessage>();

/**
 * Marks a request that this server makes of itself to answer one that was counted already. Nothing that a client sends can
 * make this mark.
 */
export const markOwnRequest = (request: IncomingMessage): void => {
  own.add(request);
};

/** Whether the request was marked by {@link markOwnRequest}. */
export const isOwnRequest = (request: IncomingMessage): boolean => own.has(request);
