import type { Core, Modules } from '@strapi/strapi';
import { fieldError } from './field-error';
import { firstFreeSlug, slugOf } from './slug';
import { defaultLocale } from '../strapi/locales';

type Middleware = Modules.Documents.Middleware.Middleware;
type Data = Record<string, unknown>;
type Uid = 'api::article.article' | 'api::company.company';

/** The attribute from which each type's slug is made. */
const SOURCES: Readonly<Record<Uid, string>> = {
  'api::article.article': 'title',
  'api::company.company': 'name',
};

const hasSource = (uid: string): uid is Uid => uid in SOURCES;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Which other documents must not have the same slug. Without `locale`: documents of every locale. */
interface Others {
  locale?: string;
  documentId?: string;
}

const slugsWhere = async (
  strapi: Core.Strapi,
  uid: Uid,
  slug: unknown,
  others: Others,
): Promise<string[]> => {
  const rows: { slug: string }[] = await strapi.db.query(uid).findMany({
    select: ['slug'],
    where: {
      slug,
      ...(others.locale === undefined ? {} : { locale: others.locale }),
      ...(others.documentId === undefined ? {} : { documentId: { $ne: others.documentId } }),
    },
  });
  return rows.map((row) => row.slug);
};

const isTaken = async (strapi: Core.Strapi, uid: Uid, slug: string, others: Others): Promise<boolean> =>
  (await slugsWhere(strapi, uid, slug, others)).length > 0;

/** This slug if it is free, otherwise this slug with the first free number added. */
const freeSlug = async (strapi: Core.Strapi, uid: Uid, slug: string, others: Others): Promise<string> => {
  // An exact slug is found through the index. A prefix reads the whole table, so it is searched only if the slug is taken.
  if (!(await isTaken(strapi, uid, slug, others))) return slug;
  return firstFreeSlug(slug, new Set(await slugsWhere(strapi, uid, { $startsWith: slug }, others)));
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
 * Gives articles and companies without a slug one that is unique in their locale, and refuses a slug that another document of the
 * same locale has. The draft and the published version of one document share a slug.
 */
export const fillSlugs =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const { uid, action } = context;
    if (!hasSource(uid) || !['create', 'update', 'clone'].includes(action)) return next();
    const params = context.params as { documentId?: string; locale?: string; data?: Data };
    const data = (params.data ??= {});
    const locale: string = params.locale ?? (await defaultLocale(strapi));
    const documentId = action === 'update' ? params.documentId : undefined;
    const others = { locale, ...(documentId === undefined ? {} : { documentId }) };

    const given = textOf(data.slug);
    if (given !== undefined) {
      if (await isTaken(strapi, uid, given, others)) {
        throw fieldError(
          'slug',
          given,
          `another ${uid.split('.')[1]} in locale "${locale}" has it already; choose another.`,
          { code: 'slugTaken', values: { value: given, locale } },
        );
      }
      data.slug = given;
      return next();
    }
    if (action === 'clone' && params.documentId) {
      // Strapi writes the same data to the copies in all locales, so the slug must be free in all of them.
      const copied = await storedSlug(strapi, uid, { documentId: params.documentId });
      if (copied) data.slug = await freeSlug(strapi, uid, copied, {});
      return next();
    }
    const clearing = data.slug === null || data.slug === '';
    const stored =
      documentId && !clearing ? await storedSlug(strapi, uid, { documentId, locale }) : undefined;
    const source = textOf(data[SOURCES[uid]]);
    if (stored === undefined && source !== undefined) {
      const slug = slugOf(source, uid.split('.')[1] ?? 'entry');
      data.slug = await freeSlug(strapi, uid, slug, others);
    }
    return next();
  };
