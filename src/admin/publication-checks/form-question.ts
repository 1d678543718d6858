/** The part of a content type that is used here. */
export interface FormModel {
  attributes: Record<string, { type: string }>;
}

/** The links that a form adds and removes: documentIds. */
interface Links {
  connect: string[];
  disconnect: string[];
}

/** An article as it stands in the form. */
export interface FormQuestion {
  documentId?: string;
  locale?: string;
  entry: Record<string, unknown>;
  tickers: Links;
  disclaimers: Links;
}

/** Types of attributes that no rule reads, and that a form stores in another shape. */
const NOT_READ: ReadonlySet<string> = new Set(['media', 'relation']);

interface RelationItem {
  documentId?: string;
  apiData?: { documentId?: string };
}

const documentIds = (items: unknown): string[] =>
  Array.isArray(items)
    ? items.flatMap(({ apiData, documentId }: RelationItem) => apiData?.documentId ?? documentId ?? [])
    : [];

const links = (value: unknown): Links => {
  const { connect, disconnect } = (value ?? {}) as { connect?: unknown; disconnect?: unknown };
  return { connect: documentIds(connect), disconnect: documentIds(disconnect) };
};

/**
 * The request that checks a form, saved or not: the values that rules read, and the changed links.
 *
 * @param documentId undefined if the article was never saved
 * @param locale undefined for the default locale
 */
export const formQuestion = (
  values: Record<string, unknown>,
  { attributes }: FormModel,
  documentId: string | undefined,
  locale: string | undefined,
): FormQuestion => ({
  ...(documentId ? { documentId } : {}),
  ...(locale ? { locale } : {}),
  entry: Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { type }]) =>
      // A field that the role may not read has no value here. That is not the same as an empty field.
      NOT_READ.has(type) || values[name] === undefined ? [] : [[name, values[name]]],
    ),
  ),
  tickers: links(values.tickers),
  disclaimers: links(values.disclaimers),
});
