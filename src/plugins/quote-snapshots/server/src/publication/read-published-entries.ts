import type { Struct, UID } from '@strapi/strapi';
import { toTicker, type TickerDirectory, type TickerRow } from '../instruments/ticker-directory';
import type { Ticker } from '../instruments/ticker';
import type { PluginContext } from '../plugin-context';
import { hasDrafts } from '../strapi/enabled-types';
import { populateText } from './populate-text';
import type { Entry } from './read-listings';

/** A published entry with the text of its components and its linked tickers and companies. */
export interface PublishedEntry {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: Date;
  entry: Entry;
  linkedTickers: Ticker[];
  /** documentIds of its linked companies. */
  linkedCompanies: string[];
}

/** The names of the attributes that link a content type to tickers and companies. A type may lack either. */
export interface LinkAttributes {
  tickers?: string;
  companies?: string;
}

const attributeTo = (model: Struct.ContentTypeSchema, target: string | undefined): string | undefined => {
  if (!target) return undefined;
  const found = Object.entries(model.attributes).find(
    ([, attribute]) => attribute.type === 'relation' && 'target' in attribute && attribute.target === target,
  );
  return found?.[0];
};

export const linkAttributes = (
  model: Struct.ContentTypeSchema,
  { type, companyType }: Pick<TickerDirectory, 'type' | 'companyType'>,
): LinkAttributes => ({ tickers: attributeTo(model, type), companies: attributeTo(model, companyType) });

const asList = <T>(value: unknown): T[] =>
  (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]) as T[];

/** Reads published entries by id, with their text and their links. */
export const readPublishedEntries = async (
  { directory, strapi }: PluginContext,
  model: Struct.ContentTypeSchema,
  ids: readonly number[],
): Promise<PublishedEntry[]> => {
  const links = linkAttributes(model, directory);
  const populate = {
    ...populateText(model, (uid) => strapi.getModel(uid as UID.Component)),
    ...(links.tickers ? { [links.tickers]: { populate: directory.populate } } : {}),
    ...(links.companies ? { [links.companies]: { select: ['documentId'] } } : {}),
  };
  const query = { where: { id: { $in: ids } }, orderBy: { id: 'asc' as const } };
  const [first, ...others] = Object.entries(populate);
  const entries: Entry[] = await strapi.db
    .query(model.uid)
    .findMany({ ...query, ...(first ? { populate: Object.fromEntries([first]) } : {}) });
  // Each query populates one attribute. Strapi reads all attributes that one query populates in parallel, over the one connection
  // of the transaction. pg warns about that and will refuse it in future.
  for (const [name, options] of others) {
    const populated: Entry[] = await strapi.db
      .query(model.uid)
      .findMany({ ...query, select: ['id'], populate: { [name]: options } });
    const byId = new Map(populated.map((entry) => [entry.id, entry[name]]));
    for (const entry of entries) entry[name] = byId.get(entry.id);
  }

  return entries.map((entry) => ({
    id: entry.id as number,
    documentId: entry.documentId as string,
    locale: (entry.locale as string | null | undefined) ?? null,
    // A type without drafts stores no time of publication. Each write publishes it.
    publishedAt: hasDrafts(model) ? new Date(entry.publishedAt as string) : new Date(),
    entry,
    linkedTickers: links.tickers ? asList<TickerRow>(entry[links.tickers]).map(toTicker) : [],
    linkedCompanies: links.companies
      ? asList<{ documentId: string }>(entry[links.companies]).map(({ documentId }) => documentId)
      : [],
  }));
};
