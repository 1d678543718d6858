import type { Core } from '@strapi/strapi';
import { signPreviewLink } from './signed-link';
import { OWN_PAGE } from './preview-page';
import { defaultLocale } from '../newsroom/strapi/locales';
import { ARTICLE } from '../newsroom/type-names';
import { mayReadDraft } from './may-read-draft';
import { READER_COOKIE, READER_VALID_FOR_MS, signReader } from './reader-cookie';

/** The entry whose preview is opened, as Strapi describes it. */
interface Asked {
  documentId?: string;
  locale?: string;
  status?: string;
}

type Context = NonNullable<ReturnType<Core.Strapi['requestContext']['get']>>;

interface AdminState {
  userAbility?: unknown;
  user?: { id: number | string };
}

/**
 * Sets a cookie that says who asked, for drafts under embargo, so that their link shows nothing in another browser. If the admin
 * has another origin, browsers do not keep such a cookie, and drafts under embargo have no preview there.
 */
const noteReader = (ctx: Context, secret: string, personId: number): void => {
  ctx.cookies.set(READER_COOKIE, signReader(secret, personId, Date.now()), {
    path: OWN_PAGE,
    httpOnly: true,
    sameSite: 'strict',
    secure: ctx.secure,
    maxAge: READER_VALID_FOR_MS,
    overwrite: true,
    // The cookie has a signature of its own, which covers its expiry.
    signed: false,
  });
};

/**
 * The address that Strapi's Preview button opens; undefined for types without a page, and for people who may not read the entry.
 *
 * @param page PREVIEW_URL, or undefined for the newsroom's own page
 */
export const previewButtonUrl =
  (page: string | undefined, secret: string) =>
  async (uid: string, { documentId, locale, status }: Asked): Promise<string | undefined> => {
    if (uid !== ARTICLE || !documentId) return undefined;
    const shown = locale ?? (await defaultLocale(strapi));
    const ctx = strapi.requestContext.get();
    const { userAbility, user } = (ctx?.state ?? {}) as AdminState;
    if (!ctx || !userAbility) return undefined;
    // Strapi's own route requires a session, but no permission on the entry.
    if (!(await mayReadDraft(strapi, userAbility, { documentId, locale: shown }))) return undefined;
    if (user) noteReader(ctx, secret, Number(user.id));
    const target = {
      documentId,
      locale: shown,
      status: status === 'published' ? 'published' : 'draft',
    } as const;
    return signPreviewLink(page ?? OWN_PAGE, secret, target, Date.now());
  };
