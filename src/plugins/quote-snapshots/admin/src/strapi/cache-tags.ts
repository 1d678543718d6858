/**
 * Tags under which Strapi's admin keeps answers (RTK Query, private). The content manager invalidates a document's tag when it
 * is saved, published or deleted; the webhooks page that of its list. Answers of the plugin that have the same tag are read again
 * with them.
 *
 * If Strapi renames a tag, a panel shows an old answer until the page is opened again: the browser tests of publishing fail.
 */
export const DOCUMENT = 'Document';
export const WEBHOOK = 'Webhook';

/** The tag of a document. @param model uid of its type */
export const documentTag = ({ model, documentId }: { model: string; documentId: string }) =>
  ({ type: DOCUMENT, id: `${model}_${documentId}` }) as const;

/** The tag of the list of webhooks. */
export const WEBHOOK_LIST = { type: WEBHOOK, id: 'LIST' } as const;
