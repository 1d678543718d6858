import type { Core, Struct, UID } from '@strapi/strapi';
import { toTicker, type TickerDirectory, type TickerRow } from '../instruments/ticker-directory';
import type { Ticker } from '../instruments/ticker';
import { hasDrafts } from '../strapi/enabled-types';

export type Entry = Record<string, unknown>;

/** A published entry with the text of its components, and what an editor linked to it. */
export interface PublishedEntry {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: Date;
  entry: Entry;
  linkedTickers: Ticker[];
  /** documentIds of the companies linked to it. */
  linkedCompanies: string[];
}

/** The attributes through which a content type is linked to tickers and companies, where it has them. */
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

/** A component that holds itself would populate without end; Strapi's editor nests far less. */
const DEEPEST_COMPONENT = 8;

/** What to populate so that an entry carries all of its text: components and dynamic zones, all the way down. */
const textPopulate = (
  strapi: Core.Strapi,
  model: { attributes: Struct.SchemaAttributes },
  depth = 0,
): Record<string, unknown> => {
  if (depth > DEEPEST_COMPONENT) return {};
  const nested = (uid: string) => ({
    populate: textPopulate(strapi, strapi.getModel(uid as UID.Component), depth + 1),
  });
  const populate: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(model.attributes)) {
    if (attribute.type === 'component') populate[name] = nested(attribute.component);
    if (attribute.type === 'dynamiczone') {
      populate[name] = { on: Object.fromEntries(attribute.components.map((uid) => [uid, nested(uid)])) };
    }
  }
  return populate;
};

const asList = <T>(value: unknown): T[] =>
  (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]) as T[];

/** Reads entries, by id, as capture needs them. */
export const readPublishedEntries = async (
  strapi: Core.Strapi,
  directory: TickerDirectory,
  model: Struct.ContentTypeSchema,
  ids: number[],
): Promise<PublishedEntry[]> => {
  const links = linkAttributes(model, directory);
  const populate = {
    ...textPopulate(strapi, model),
    ...(links.tickers ? { [links.tickers]: { populate: directory.populate } } : {}),
    ...(links.companies ? { [links.companies]: { select: ['documentId'] } } : {}),
  };
  const query = { where: { id: { $in: ids } }, orderBy: { id: 'asc' as const } };
  const entries: Entry[] = await strapi.db.query(model.uid).findMany(query);
  // One after the other: what one query populates, Strapi asks for at once, over the one connection of the publication's
  // transaction. pg warns of that, and will refuse it.
  for (const [name, options] of Object.entries(populate)) {
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
    // A type without drafts has no moment of publication of its own: writing it is publishing it.
    publishedAt: hasDrafts(model) ? new Date(entry.publishedAt as string) : new Date(),
    entry,
    linkedTickers: links.tickers ? asList<TickerRow>(entry[links.tickers]).map(toTicker) : [],
    linkedCompanies: links.companies
      ? asList<{ documentId: string }>(entry[links.companies]).map(({ documentId }) => documentId)
      : [],
  }));
};
