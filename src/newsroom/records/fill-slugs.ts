import type { Core, Modules } from '@strapi/strapi';
import { refusal } from './refusal';
import { firstFree, slugOf } from './slug';

type Middleware = Modules.Documents.Middleware.Middleware;
type Data = Record<string, unknown>;
type Uid = 'api::article.article' | 'api::company.company';

/** Which attribute a type's slug is made from. */
const SOURCES: Readonly<Record<Uid, string>> = {
  'api::article.article': 'title',
  'api::company.company': 'name',
};

const hasSource = (uid: string): uid is Uid => uid in SOURCES;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Slugs of other documents that are this slug, or this slug with a number. `locale` undefined: in any locale. */
const takenLike = async (
  strapi: Core.Strapi,
  uid: Uid,
  slug: string,
  where: { locale?: string; documentId?: string },
): Promise<Set<string>> => {
  const rows: { slug: string }[] = await strapi.db.query(uid).findMany({
    select: ['slug'],
    where: {
      slug: { $startsWith: slug },
      ...(where.locale === undefined ? {} : { locale: where.locale }),
      ...(where.documentId === undefined ? {} : { documentId: { $ne: where.documentId } }),
    },
  });
  return new Set(rows.map((row) => row.slug));
};

const storedSlug = async (
  strapi: Core.Strapi,
  uid: Uid,
  where: { documentId: string; locale?: string },
): Promise<string | undefined> => {
  const row: { slug?: string | null } | null = await strapi.db
    .query(uid)
    .findOne({ select: ['slug'], where });
  return textOf(row?.slug);
};

/**
 * Gives articles and companies a slug where they have none, unique per locale, and refuses one that another document
 * of the same locale has. Draft and published version of one document share theirs.
 */
export const fillSlugs =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const { uid, action } = context;
    if (!hasSource(uid) || !['create', 'update', 'clone'].includes(action)) return next();
    const params = context.params as { documentId?: string; locale?: string; data?: Data };
    const data = (params.data ??= {});
    const locale: string =
      params.locale ?? (await strapi.plugin('i18n').service('locales').getDefaultLocale());
    const documentId = action === 'update' ? params.documentId : undefined;
    const others = { locale, ...(documentId === undefined ? {} : { documentId }) };

    const given = textOf(data.slug);
    if (given !== undefined) {
      const taken = await takenLike(strapi, uid, given, others);
      if (taken.has(given)) {
        throw refusal(
          'slug',
          given,
          `another ${uid.split('.')[1]} in locale "${locale}" has it already; choose another.`,
        );
      }
      data.slug = given;
      return next();
    }
    if (action === 'clone' && params.documentId) {
      // One set of data goes onto the copies in all locales, so the slug must be free in all of them.
      const copied = await storedSlug(strapi, uid, { documentId: params.documentId });
      if (copied) data.slug = firstFree(copied, await takenLike(strapi, uid, copied, {}));
      return next();
    }
    const clearing = data.slug === null || data.slug === '';
    const stored =
      documentId && !clearing ? await storedSlug(strapi, uid, { documentId, locale }) : undefined;
    const source = textOf(data[SOURCES[uid]]);
    if (stored === undefined && source !== undefined) {
      const slug = slugOf(source, uid.split('.')[1] ?? 'entry');
      data.slug = firstFree(slug, await takenLike(strapi, uid, slug, others));
    }
    return next();
  };
