import type { Core } from '@strapi/strapi';
import type { Transaction } from './fail-at-commit';

/**
 * Sets a relation of one row and nothing else. The document service would mark the article as modified, and so would
 * `strapi.db.query(…).update`, which sets `updatedAt`.
 *
 * Leans on: `strapi.db.entityManager.updateRelations`. Fails closed: without it the publication rolls back.
 *
 * @param ids the rows at the other end of the relation, in order
 */
export const setRelation = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, id, attribute }: { uid: string; id: number; attribute: string },
  ids: readonly number[],
): Promise<void> => {
  await strapi.db.entityManager.updateRelations(
    uid,
    id,
    { [attribute]: { set: ids.map((one) => ({ id: one })) } },
    { transaction: trx },
  );
};
