/** Documents whose entries are in an answer: whatever has a `documentId`, however deep. */
export const documentsIn = (body: unknown): string[] => {
  const found = new Set<string>();
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { documentId } = value as { documentId?: unknown };
    if (typeof documentId === 'string') found.add(documentId);
    open.push(...Object.values(value));
  }
  return [...found];
};

/** The name of a content type as a tag: `api::article.article` is `api-article-article`. */
export const typeTag = (uid: string): string => uid.replace(/[^A-Za-z0-9]+/g, '-');

/** Tags of an answer: of the types that it was read from, and of its documents. */
export const tagsOf = (
  tables: readonly string[],
  types: ReadonlyMap<string, string>,
  body: Buffer,
): string[] => {
  const ofTypes = tables.flatMap((table) => {
    const uid = types.get(table);
    return uid === undefined || uid.startsWith('admin::') ? [] : [typeTag(uid)];
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    // A feed: no documents can be told.
    parsed = undefined;
  }
  return [...ofTypes, ...documentsIn(parsed)];
};
