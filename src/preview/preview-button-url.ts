import { signPreviewLink } from './signed-link';
import { OWN_PAGE } from './preview-page';
import { defaultLocale } from '../newsroom/strapi/default-locale';
import { permissionChecker } from '../newsroom/strapi/permission-checker';

const ARTICLE = 'api::article.article';

/** The entry whose preview is opened, as Strapi describes it. */
interface Asked {
  documentId?: string;
  locale?: string;
  status?: string;
}

/** Whether the person may read the article: Strapi's own route requires a session, and no permission on the entry. */
const mayRead = async (documentId: string, locale: string): Promise<boolean> => {
  const ability: unknown = strapi.requestContext.get()?.state.userAbility;
  if (!ability) return false;
  const checker = permissionChecker(strapi, ability, ARTICLE);
  if (checker.cannot.read()) return false;
  const query = await checker.sanitizedQuery.read({ filters: { documentId } });
  return (await strapi.documents(ARTICLE).findFirst({ ...query, locale, status: 'draft' })) !== null;
};

/**
 * The address that Strapi's Preview button opens; undefined for types without a page, and for people who may not read the
 * entry.
 *
 * @param page PREVIEW_URL, or undefined for our own page
 */
export const previewButtonUrl =
  (page: string | undefined, secret: string) =>
  async (uid: string, { documentId, locale, status }: Asked): Promise<string | undefined> => {
    if (uid !== ARTICLE || !documentId) return undefined;
    const shown = locale ?? (await defaultLocale(strapi));
    if (!(await mayRead(documentId, shown))) return undefined;
    const target = {
      documentId,
      locale: shown,
      status: status === 'published' ? 'published' : 'draft',
    } as const;
    return signPreviewLink(page ?? OWN_PAGE, secret, target, Date.now());
  };
