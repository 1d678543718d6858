import type { Core, Modules } from '@strapi/strapi';
import { mayRetract } from './may-retract';
import { tableOf } from '../database/table-of';
import { fieldError } from '../records/field-error';
import type { RefusalReason } from '../refusals/refusal-reason';
import type { Transaction } from '../strapi/fail-at-commit';
import { localesOfAction } from '../strapi/locales';
import { setRelation } from '../strapi/set-relation';
import { ARTICLE } from '../type-names';

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

interface Notice {
  id: number;
  locale: string;
}

/** The versions whose readers see the notice of a retraction instead of the text. */
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

const WHY = {
  unpublish: {
    what: 'the article was retracted, and its page keeps the notice. Whoever may retract articles may delete it, and the page with it.',
    code: 'noticeStays',
  },
  discardDraft: {
    what: 'the article was retracted: what is published is the notice, so the draft is all that is left of the text.',
    code: 'draftIsAllThatIsLeft',
  },
  delete: {
    what: 'the article was retracted, and its page keeps the notice. Deleting it would hide that it was wrong, and needs the right to retract articles.',
    code: 'noticeNotDeleted',
  },
  clone: {
    what: 'the article was retracted. A copy would have the same text without the notice, and making one needs the right to retract articles.',
    code: 'noticeNotCloned',
  },
} as const satisfies Record<string, { what: string; code: RefusalReason['code'] }>;

/**
 * Refuses actions that would remove a notice. Unpublishing would remove it from its address for good. Discarding the draft would
 * replace it by the version without text: the newsroom would lose its text, and other languages the photo that they share. Deleting
 * would remove the notice, and the same text could be published again without it; so only users who may retract may delete.
 *
 * @param context of `unpublish`, `discardDraft` or `delete`, for one locale, several, or all of them (`*`)
 * @throws ValidationError if readers see a notice in one of the locales
 */
export const keepNotice = async (strapi: Core.Strapi, trx: Transaction, context: Context): Promise<void> => {
  const { documentId, locale } = context.params as { documentId?: string; locale?: unknown };
  const notices = await readNotices(strapi, trx, documentId);
  if (notices.length === 0) return;
  const wanted = await localesOfAction(strapi, locale);
  const kept = notices.find((notice) => !wanted || wanted.includes(notice.locale));
  if (!kept) return;
  const { action } = context;
  if (action === 'delete' && (await mayRetract(strapi))) return;
  // Any other action that removes the page is refused like unpublishing.
  const why = action === 'discardDraft' || action === 'delete' ? WHY[action] : WHY.unpublish;
  throw fieldError('locale', kept.locale, why.what, { code: why.code, values: { locale: kept.locale } });
};

/**
 * Refuses to clone a retracted article: whoever may create and publish could publish the same text again without the notice. A
 * translation has the same text, so a notice in any locale counts.
 *
 * @throws ValidationError if readers see a notice in one of the locales and the caller may not retract articles
 */
export const refuseCloneOfRetracted = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string | undefined,
): Promise<void> => {
  const [notice] = await readNotices(strapi, trx, documentId);
  if (!notice || (await mayRetract(strapi))) return;
  const { what, code } = WHY.clone;
  throw fieldError('locale', notice.locale, what, { code, values: { locale: notice.locale } });
};

/**
 * Removes the photo from notices. All languages share it, so i18n writes it into the notice when another language is published.
 */
export const emptyNoticesOfPhotos = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
): Promise<void> => {
  for (const { id } of await readNotices(strapi, trx, documentId))
    await setRelation(strapi, trx, { uid: ARTICLE, id, attribute: 'cover' }, []);
};
