/** As much of a content type as is needed here. */
export interface FormModel {
  attributes: Record<string, { type: string }>;
}

/** What a form changes about a relation: documentIds. */
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

/** Types of attributes that no rule reads; a form stores them in another shape. */
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
 * The request that checks a form, saved or not: the values that rules read, and the links that the form changes.
 *
 * @param documentId undefined where the article has never been saved
 * @param locale undefined for the default one
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
      // A field that the role may not see has no value here, which is not the same as an empty one.
      NOT_READ.has(type) || values[name] === undefined ? [] : [[name, values[name]]],
    ),
  ),
  tickers: links(values.tickers),
  disclaimers: links(values.disclaimers),
});
