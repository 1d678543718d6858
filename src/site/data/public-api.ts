import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import inject, { type DispatchFunc } from 'light-my-request';
import { markOwnRequest } from '../../newsroom/requests/own-requests';

/** The newsroom's HTTP stack. */
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An answer of the content API with an error status. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    address: string,
  ) {
    super(`${address} was answered ${status}`);
  }
}

/** Asks the content API as a visitor without credentials, and notes the requests. */
export interface PublicApi {
  /**
   * @param address path and query, as `/api/articles?locale=en`
   * @returns the answer's JSON
   * @throws ApiError for any status but 2xx
   */
  get<Answer>(address: string): Promise<Answer>;
  /** Like `get`, for data that the page can do without. @returns undefined if it fails */
  getIfPossible<Answer>(address: string): Promise<Answer | undefined>;
  /** The addresses that were requested successfully, in order. */
  asked(): string[];
}

/** Makes the function that opens the public API for one page. */
export const createPublicApi = (strapi: Core.Strapi): (() => PublicApi) => {
  // Built when the first page is requested, because every middleware and route is in place by then.
  let handler: Handler | undefined;

  const ask = async (address: string): Promise<{ status: number; body: string }> => {
    handler ??= strapi.server.app.callback() as Handler;
    const handle = handler;
    const dispatch: DispatchFunc = (request, response) => {
      const received = request;
      markOwnRequest(received);
      void handle(received, response);
    };
    const { statusCode, payload } = await inject(dispatch, {
      method: 'GET',
      url: address,
      headers: { accept: 'application/json' },
    });
    return { status: statusCode, body: payload };
  };

  return () => {
    const requests: { address: string; isAnswered: boolean }[] = [];
    const get = async <Answer>(address: string): Promise<Answer> => {
      const request = { address, isAnswered: false };
      requests.push(request);
      const { status, body } = await ask(address);
      if (status < 200 || status > 299) throw new ApiError(status, address);
      request.isAnswered = true;
      return JSON.parse(body) as Answer;
    };
    return {
      get,
      getIfPossible: async <Answer>(address: string) => {
        try {
          return await get<Answer>(address);
        } catch (error) {
          if (error instanceof ApiError) return undefined;
          throw error;
        }
      },
      asked: () => requests.filter(({ isAnswered }) => isAnswered).map(({ address }) => address),
    };
  };
};
