import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { RefusalCode, RefusalReason } from '../../refusals/refusal-reason';
import { permissionChecker } from '../../strapi/permission-checker';
import { findPerson, personAbility } from '../../strapi/person-ability';
import { ARTICLE, ARTICLE_ACT } from '../../type-names';
import type { TimedRow } from '../stored-times';

const SCHEDULING = ['scheduled', 'schedule-confirmed', 'schedule-moved'];

/**
 * The admin user who decided last when this article goes out; null where an API token or code did. The same acts stand for its end,
 * which somebody else may have set since.
 */
const schedulerId = async (
  strapi: Core.Strapi,
  { documentId, locale }: Pick<TimedRow, 'documentId' | 'locale'>,
): Promise<number | null> => {
  const acts: { byAdmin: number | null; after: { publishAt?: unknown } | null }[] = await strapi.db
    .query(ARTICLE_ACT)
    .findMany({
      select: ['byAdmin', 'after'],
      where: { articleDocumentId: documentId, articleLocale: locale, act: { $in: SCHEDULING } },
      orderBy: { id: 'desc' },
    });
  return acts.find(({ after }) => after?.publishAt)?.byAdmin ?? null;
};

/** The e-mail address of whoever scheduled an article, for a person of the admin. */
export const schedulerAddress = async (
  strapi: Core.Strapi,
  article: Pick<TimedRow, 'documentId' | 'locale'>,
): Promise<string | undefined> => {
  const id = await schedulerId(strapi, article);
  return id === null ? undefined : (await findPerson(strapi, id))?.email;
};

/**
 * Refuses to publish what was scheduled by a person who has lost the right to publish since. An end that such a
 * person has set is carried out all the same: an article that was taken away too early can be published again.
 *
 * @throws PolicyError where the person who scheduled the article may not publish it any more
 */
export const refuseSchedulerWithoutRight = async (strapi: Core.Strapi, row: TimedRow): Promise<void> => {
  const id = await schedulerId(strapi, row);
  if (id === null) return;
  const ability = await personAbility(strapi, await findPerson(strapi, id));
  const refuse = (code: RefusalCode, why: string): never => {
    const message = `${why} Somebody who may publish has to schedule it again.`;
    const reason: RefusalReason = { code, values: {} };
    throw new errors.PolicyError(message, {
      errors: [{ path: ['publishAt'], name: 'PolicyError', message, reason }],
    });
  };
  if (ability === undefined) {
    return refuse('schedulerWithoutAccount', 'Whoever scheduled it has no account in the newsroom any more.');
  }
  const draft: object | null = await strapi.db
    .query(ARTICLE)
    .findOne({ where: { id: row.id }, populate: { createdBy: { populate: ['roles'] } } });
  if (!draft || !permissionChecker(strapi, ability, ARTICLE).can.publish(draft)) {
    refuse('schedulerWithoutRight', 'Whoever scheduled it may not publish it any more.');
  }
};
