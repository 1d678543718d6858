import type { ReadingRequest } from './may-read-drafts';

interface Resolved {
  operation: { operation: string };
  contextValue: { koaContext: ReadingRequest };
}

/** An Apollo plugin that notes on a request whether it is a query or a mutation. */
export const tellOperation = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, contextValue }: Resolved) => {
        contextValue.koaContext.state.graphqlOperation = operation.operation;
        return Promise.resolve();
      },
    }),
};
