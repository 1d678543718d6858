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

/** A published article that has this file as its photo, or in its text. */
const findPublishedUse = async (strapi: Core.Strapi, { id, hash }: Stored): Promise<Use | undefined> => {
  const byCover: Use | null = await strapi.db.query(ARTICLE).findOne({
    select: ['title', 'locale'],
    where: { publishedAt: { $notNull: true }, cover: { id } },
  });
  if (byCover || typeof hash !== 'string' || hash === '') return byCover ?? undefined;
  const { tableName } = strapi.db.metadata.get(ARTICLE);
  // Blocks have no relation to a file. They have its address, which contains the file's hash.
  return strapi.db
    .getConnection(tableName)
    .first('title', 'locale')
    .whereNotNull('published_at')
    .whereRaw('cast(body as text) like ?', [`%${hash}%`]);
};

/**
 * Readers see the pictures of a published article until it is published again without them. Until then nobody may delete or replace
 * the files, editors and tokens included.
 *
 * @param doing the refused action, such as "deleted"
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
