import type { Core } from '@strapi/strapi';
import { buildNameIndex, type NameNode } from '../detection/names/name-index';
import { hasDrafts } from '../strapi/enabled-types';
import type { TickerDirectory } from './ticker-directory';

/** Attributes of a company that contain names. An app may lack some of them. `aliases` has one name on each line. */
const NAME_ATTRIBUTES = ['name', 'legalName', 'aliases'] as const;

interface Known {
  version: string;
  index: NameNode;
}

const known = new WeakMap<Core.Strapi, Known>();

/** Changes whenever a company changes, on any node. Only then are the names read again. */
const versionOf = async (strapi: Core.Strapi, uid: string): Promise<string> => {
  const query = strapi.db.query(uid);
  const [latest]: { updatedAt: unknown }[] = await query.findMany({
    select: ['updatedAt'],
    orderBy: { updatedAt: 'desc' },
    limit: 1,
  });
  return `${uid} ${await query.count()} ${String(latest?.updatedAt)}`;
};

/** All names of a company, each once. */
const namesOf = (company: Record<string, unknown>): string[] => [
  ...new Set(
    NAME_ATTRIBUTES.flatMap((attribute) => {
      const value = company[attribute];
      return typeof value === 'string' ? value.split(/\r?\n/) : [];
    })
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

/**
 * The names of the newsroom's companies, from the content type of a ticker's company, by documentId.
 *
 * @returns undefined if tickers have no company, or companies have no names
 */
export const readCompanyNames = async (
  strapi: Core.Strapi,
  { companyType }: Pick<TickerDirectory, 'companyType'>,
): Promise<NameNode | undefined> => {
  const model = Object.values(strapi.contentTypes).find(({ uid }) => uid === companyType);
  const attributes = NAME_ATTRIBUTES.filter((name) => model && name in model.attributes);
  if (!model || attributes.length === 0) return undefined;
  const version = await versionOf(strapi, model.uid);
  const last = known.get(strapi);
  if (last?.version === version) return last.index;
  const companies: Record<string, unknown>[] = await strapi.db.query(model.uid).findMany({
    select: ['documentId', ...attributes],
    // If companies have drafts, only published ones count.
    where: hasDrafts(model) ? { publishedAt: { $notNull: true } } : {},
  });
  const index = buildNameIndex(
    companies.map((company) => ({ key: company.documentId as string, names: namesOf(company) })),
  );
  known.set(strapi, { version, index });
  return index;
};
