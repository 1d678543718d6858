import type { Core, Modules } from '@strapi/strapi';
import { tableOf } from '../database/table-of';
import { fieldError } from '../records/field-error';
import type { Transaction } from '../strapi/fail-at-commit';
import { defaultLocale } from '../strapi/locales';
import { setRelation } from '../strapi/set-relation';
import { ARTICLE } from '../type-names';

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

interface Notice {
  id: number;
  locale: string;
}

/** The versions in which readers have the notice of a retraction instead of the text. */
const readNotices = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string | undefined,
): Promise<Notice[]> =>
  documentId === undefined
    ? []
    : tableOf(strapi, trx, ARTICLE)
        .select('id', 'locale')
        .where({ document_id: documentId })
        .whereNotNull('published_at')
        .whereNotNull('retracted_at');

/**
 * Unpublishing would take the notice from its address, where nothing could bring it back. Discarding the draft would put the empty
 * version in its place: the newsroom would lose its text, and the other languages the photo that they share.
 *
 * @param context of `unpublish` or `discardDraft`, of one locale, several, or with `*` all of them
 * @throws ValidationError where readers have a notice in one of the locales
 */
export const keepNotice = async (strapi: Core.Strapi, trx: Transaction, context: Context): Promise<void> => {
  const { documentId, locale } = context.params as { documentId?: string; locale?: unknown };
  const notices = await readNotices(strapi, trx, documentId);
  if (notices.length === 0) return;
  const wanted = locale ? [locale].flat() : [await defaultLocale(strapi)];
  const kept = notices.find((notice) => wanted.includes('*') || wanted.includes(notice.locale));
  if (!kept) return;
  const values = { locale: kept.locale };
  throw context.action === 'unpublish'
    ? fieldError(
        'locale',
        kept.locale,
        'the article was retracted, and its page keeps the notice. Delete the article to remove the page too.',
        { code: 'noticeStays', values },
      )
    : fieldError(
        'locale',
        kept.locale,
        'the article was retracted: what is published is the notice, so the draft is all that is left of the text.',
        { code: 'draftIsAllThatIsLeft', values },
      );
};

/**
 * Takes the photo away again. It is one for all languages, so that i18n writes it into the notice when another language is
 * published.
 */
export const emptyNoticesOfPhotos = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
): Promise<void> => {
  for (const { id } of await readNotices(strapi, trx, documentId))
    await setRelation(strapi, trx, { uid: ARTICLE, id, attribute: 'cover' }, []);
};
