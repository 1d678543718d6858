/** Fastly takes 16 KB of a header and 1 KB a key, Cloudflare 16 KB, CloudFront 50 tags. This fits all of them. */
const MOST_TAGS = 50;
/**
 * The characters that a tag may have. A GraphQL query may call any field `documentId`. Its text may be as long as an article, have
 * characters that no header allows, or have a space or comma, which would make two tags of it.
 */
const TAG = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The documents whose entries are in an answer: every object with a `documentId`, at any depth, up to the most tags that are
 * allowed.
 */
export const documentsIn = (body: unknown): string[] => {
  const found = new Set<string>();
  const open: unknown[] = [body];
  while (open.length > 0 && found.size < MOST_TAGS) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { documentId } = value as { documentId?: unknown };
    if (typeof documentId === 'string' && TAG.test(documentId)) found.add(documentId);
    // Pushed one by one, because a long list does not fit into the arguments of a call.
    for (const inner of Object.values(value)) open.push(inner);
  }
  return [...found];
};

/** The name of a content type as a tag: `api::article.article` becomes `api-article-article`. */
export const typeTag = (uid: string): string => uid.replace(/[^A-Za-z0-9]+/g, '-');

/** Tags of an answer, each once: of the types that it was read from, and of its documents. */
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
    // The answer is not JSON, such as a feed, so its documents are not known.
    parsed = undefined;
  }
  return [...ofTypes.filter((tag) => TAG.test(tag)), ...documentsIn(parsed)].slice(0, MOST_TAGS);
};
