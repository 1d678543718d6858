/** The part of a content type that is used here. */
export interface FormModel {
  attributes: Record<string, { type: string }>;
}

const TEXT: ReadonlySet<string> = new Set([
  'string',
  'text',
  'richtext',
  'blocks',
  'component',
  'dynamiczone',
]);

/**
 * The parts of a form that detection may read, saved or not. The rest (media, relations, numbers) stays in the browser.
 */
export const textOfForm = (
  values: Record<string, unknown>,
  { attributes }: FormModel,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { type }]) =>
      TEXT.has(type) && values[name] !== undefined && values[name] !== null ? [[name, values[name]]] : [],
    ),
  );

interface RelationItem {
  documentId?: string;
  apiData?: { documentId?: string };
}

const documentIds = (items: unknown): string[] =>
  Array.isArray(items)
    ? items.flatMap(({ apiData, documentId }: RelationItem) => apiData?.documentId ?? documentId ?? [])
    : [];

/** The changes of a relation in a form: documentIds to connect and to disconnect. */
export const changedLinks = (value: unknown): { connect: string[]; disconnect: string[] } => {
  const { connect, disconnect } = (value ?? {}) as { connect?: unknown; disconnect?: unknown };
  return { connect: documentIds(connect), disconnect: documentIds(disconnect) };
};
