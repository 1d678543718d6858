import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import { freezesSchedules } from '../schedule/frozen-articles';
import { unreadableTimes } from '../schedule/readable-times';
import { permissionChecker } from '../strapi/permission-checker';
import { requestAbility } from '../strapi/request-ability';
import type { Stored } from '../strapi/upload-services';
import { ARTICLE } from '../type-names';
import { readUnrestricted } from '../visibility/unrestricted-reads';

interface Use {
  id: number;
  title: string;
  locale: string;
}

/** A scheduled draft that has this file as its photo, or in its text. */
const findScheduledUse = async (strapi: Core.Strapi, { id, hash }: Stored): Promise<Use | undefined> => {
  const byCover: Use | null = await strapi.db.query(ARTICLE).findOne({
    select: ['id', 'title', 'locale'],
    where: { publishedAt: null, publishAt: { $notNull: true }, cover: { id } },
  });
  if (byCover || typeof hash !== 'string' || hash === '') return byCover ?? undefined;
  const { tableName } = strapi.db.metadata.get(ARTICLE);
  // Blocks have no relation to a file. They have its address, which contains the file's hash.
  return strapi.db
    .getConnection(tableName)
    .first('id', 'title', 'locale')
    .whereNull('published_at')
    .whereNotNull('publish_at')
    .whereRaw('cast(body as text) like ?', [`%${hash}%`]);
};

/** Whether the caller of the current request may read this draft with its schedule. */
const mayReadUse = async (strapi: Core.Strapi, { id }: Use): Promise<boolean> => {
  if ((await unreadableTimes(strapi)).includes('publishAt')) return false;
  const ability = requestAbility(strapi);
  if (!ability) return true;
  const draft: object | null = await readUnrestricted(() =>
    strapi.db.query(ARTICLE).findOne({ where: { id }, populate: { createdBy: { populate: ['roles'] } } }),
  );
  const { can } = permissionChecker(strapi, ability, ARTICLE);
  return draft !== null && ['title', 'publishAt'].every((field) => can.read(draft, field));
};

/**
 * With SCHEDULE_FREEZES, what is scheduled is published as it was when it was scheduled. So nobody may delete or replace its pictures.
 *
 * @param doing the refused action
 * @throws ApplicationError (400) that names the file and the article; to callers who may not read the draft, it says only that this is
 * not possible now
 */
export const refuseScheduledFiles = async (
  strapi: Core.Strapi,
  files: readonly Stored[],
  doing: 'deleted' | 'replaced',
): Promise<void> => {
  if (!freezesSchedules(strapi)) return;
  for (const file of files) {
    const use = await readUnrestricted(() => findScheduledUse(strapi, file));
    if (!use) continue;
    const name = String(file.name);
    if (!(await mayReadUse(strapi, use))) {
      throw new errors.ApplicationError(`“${name}” cannot be ${doing} now. Ask the desk.`, {
        file: file.id,
        ...refusalDetails('fileNotNow', { name }),
      });
    }
    const { title, locale } = use;
    throw new errors.ApplicationError(
      `“${name}” is in the scheduled article “${title}” (${locale}), which is frozen, so it cannot be ${doing}. Cancel the schedule first, and set it again afterwards.`,
      { file: file.id, ...refusalDetails('fileScheduled', { name, title, locale }) },
    );
  }
};
