import type { ServerResponse } from 'node:http';
import type { Cache } from '../cache';
import type { Recording } from '../reads/recording';

/**
 * A reason in characters that a header may have. It may name a function of the app, in any letters, and Node refuses to send these.
 */
export const printable = (text: string): string =>
  text.replace(/[^ -~]/gu, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`);

/** Tells the client whether an answer was cached, if the configuration allows it to know. */
export const setCacheHeader = (cache: Cache, res: ServerResponse, byToken: boolean, text: string): void => {
  if (maySee(cache, byToken) && !res.headersSent) res.setHeader('X-Cache', printable(text));
};

export const maySee = ({ config }: Cache, byToken: boolean): boolean =>
  config.explainTo === 'everyone' || (config.explainTo === 'tokens' && byToken);

/** Whether Strapi found, while answering, that the request came with a token of the content API. */
export const isTokens = ({ ctx }: Recording): boolean =>
  (ctx as { state?: { auth?: { strategy?: { name?: string } } } } | undefined)?.state?.auth?.strategy
    ?.name === 'content-api-token';
