/**
 * Tags under which Strapi's admin caches answers (RTK Query, private). The content manager invalidates a document's tag when the
 * document is saved, published or deleted. The webhooks page invalidates that of its list. Answers of the plugin with the same tag
 * are then read again.
 *
 * If Strapi renames a tag, a panel shows an old answer until the page is opened again, and the browser tests of publishing fail.
 */
export const DOCUMENT = 'Document';
export const WEBHOOK = 'Webhook';

/** The tag of a document. @param model uid of its type */
export const documentTag = ({ model, documentId }: { model: string; documentId: string }) =>
  ({ type: DOCUMENT, id: `${model}_${documentId}` }) as const;

/** The tag of the list of webhooks. */
export const WEBHOOK_LIST = { type: WEBHOOK, id: 'LIST' } as const;
