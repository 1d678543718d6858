import type { Core, UID } from '@strapi/strapi';
import type { TickerDirectory } from '../instruments/ticker-directory';

/** How long adding a ticker can be undone, in milliseconds. After that it is deleted like any other document. */
const UNDO_WITHIN_MS = 15 * 60_000;

/**
 * A company and its ticker are added in one transaction, milliseconds apart. An older company existed before, even if the same
 * editor created it some minutes ago.
 */
const ADDED_TOGETHER_MS = 3_000;

interface Row {
  documentId: string;
  createdAt: string;
  updatedAt: string;
  createdBy: { id: number } | null;
  company?: { documentId: string } | null;
  /** The other documents that are linked to it, by attribute. */
  [attribute: string]: unknown;
}

/** Whether this user created the row a short time ago, and nobody has changed it since. */
const isFresh = ({ createdAt, updatedAt, createdBy }: Row, userId: number, now: number): boolean =>
  createdBy?.id === userId &&
  now - Date.parse(createdAt) <= UNDO_WITHIN_MS &&
  // At creation Strapi writes the same instant to both, and at every change another one to `updatedAt`.
  Date.parse(updatedAt) === Date.parse(createdAt);

const areAddedTogether = (ticker: Row, company: Row): boolean =>
  Date.parse(ticker.createdAt) - Date.parse(company.createdAt) <= ADDED_TOGETHER_MS;

/** The relations of a type, without those that Strapi maintains itself. */
const relationsOf = (strapi: Core.Strapi, uid: string): string[] =>
  Object.entries(strapi.contentType(uid as UID.ContentType).attributes)
    .filter(
      ([name, { type }]) =>
        type === 'relation' && !['createdBy', 'updatedBy', 'localizations'].includes(name),
    )
    .map(([name]) => name);

const findRow = (strapi: Core.Strapi, uid: string, documentId: string): Promise<Row | null> =>
  strapi.db.query(uid).findOne({
    where: { documentId },
    // The first row is the draft, if the type has drafts. Publishing writes another time into the other row.
    orderBy: [{ id: 'asc' }],
    populate: Object.fromEntries([...relationsOf(strapi, uid), 'createdBy'].map((name) => [name, true])),
  });

/** The relations of a row that have entries, except the one that was added together with it. */
const linkedElsewhere = (strapi: Core.Strapi, uid: string, row: Row, except: string): boolean =>
  relationsOf(strapi, uid).some((name) => {
    const value = row[name];
    const linked = (Array.isArray(value) ? value : value ? [value] : []) as { documentId?: string }[];
    return linked.some(({ documentId }) => documentId !== except);
  });

/**
 * Deletes a ticker that a user has just added, with the company that was added for it. A user who may add tickers may do this with
 * their own ticker as long as nobody has changed it and nothing is linked to it.
 *
 * @returns whether it was deleted
 */
export const undoTicker = async (
  strapi: Core.Strapi,
  { type, companyType }: Pick<TickerDirectory, 'type' | 'companyType'>,
  documentId: string,
  userId: number,
): Promise<boolean> => {
  if (!type) return false;
  const ticker = await findRow(strapi, type, documentId);
  const company = ticker?.company?.documentId ?? '';
  const now = Date.now();
  if (!ticker || !isFresh(ticker, userId, now) || linkedElsewhere(strapi, type, ticker, company))
    return false;
  await strapi.documents(type as UID.ContentType).delete({ documentId });
  if (!companyType || !company) return true;
  const added = await findRow(strapi, companyType, company);
  const isOurs = added && isFresh(added, userId, now) && areAddedTogether(ticker, added);
  if (isOurs && !linkedElsewhere(strapi, companyType, added, documentId))
    await strapi.documents(companyType as UID.ContentType).delete({ documentId: company });
  return true;
};
