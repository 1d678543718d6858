import type { Core } from '@strapi/strapi';

export type DocumentAction = (params?: Record<string, unknown>) => Promise<unknown>;

/** Actions inside a write, called by other actions. */
const INNER_ACTIONS: ReadonlySet<string> = new Set(['updateComponents', 'omitComponentData']);

/**
 * Replaces each action of the document service, for every type. A document middleware would not work: middlewares of plugins run
 * before the app's, and read too.
 *
 * Leans on: `strapi.documents(uid)`, which returns the same object of actions each time. Fails closed: the boot stops if it does
 * not. Noticed by tests/regressions/write-tokens-read-drafts.ts.
 *
 * @throws Error for a type whose actions cannot be replaced
 */
export const replaceDocumentActions = (
  strapi: Core.Strapi,
  replace: (uid: string, action: string, original: DocumentAction) => DocumentAction,
): void => {
  for (const uid of Object.keys(strapi.contentTypes)) {
    const documents = strapi.documents(uid as never) as unknown as Record<string, DocumentAction>;
    for (const [action, original] of Object.entries(documents)) {
      if (typeof original !== 'function' || INNER_ACTIONS.has(action)) continue;
      documents[action] = replace(uid, action, original);
    }
    if ((strapi.documents(uid as never) as unknown) !== documents) {
      throw new Error(`The document service makes new actions for "${uid}": drafts would not be guarded.`);
    }
  }
};
