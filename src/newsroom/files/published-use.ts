import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import type { Stored } from '../strapi/upload-services';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';

interface Use {
  title: string;
  locale: string;
}

/** Published articles whose photo this file is, or whose text has it as a picture. */
const findPublishedUse = async (strapi: Core.Strapi, { id, hash }: Stored): Promise<Use | undefined> => {
  const byCover: Use | null = await strapi.db.query(ARTICLE).findOne({
    select: ['title', 'locale'],
    where: { publishedAt: { $notNull: true }, cover: { id } },
  });
  if (byCover || typeof hash !== 'string' || hash === '') return byCover ?? undefined;
  const { tableName } = strapi.db.metadata.get(ARTICLE);
  // Blocks carry a picture's address, which has the file's hash in it, and no relation to the file.
  return strapi.db
    .getConnection(tableName)
    .first('title', 'locale')
    .whereNotNull('published_at')
    .whereRaw('cast(body as text) like ?', [`%${hash}%`]);
};

/**
 * Readers see a published article's pictures until the article is published again without them: nobody takes or
 * exchanges them behind the publication's back, editors and tokens included.
 *
 * @param doing what is refused, as in "deleted"
 * @throws ApplicationError (400) that names the file and an article
 */
export const refusePublishedFiles = async (
  strapi: Core.Strapi,
  files: readonly Stored[],
  doing: 'deleted' | 'replaced' | 'described anew',
): Promise<void> => {
  for (const file of files) {
    const use = await readUnrestricted(() => findPublishedUse(strapi, file));
    if (!use) continue;
    throw new errors.ApplicationError(
      `“${file.name}” is shown in the published article “${use.title}” (${use.locale}), so it cannot be ${doing}. Give the article another picture and publish it again, or unpublish it first.`,
      {
        file: file.id,
        ...refusalDetails('fileInUse', { name: String(file.name), title: use.title, locale: use.locale }),
      },
    );
  }
};
