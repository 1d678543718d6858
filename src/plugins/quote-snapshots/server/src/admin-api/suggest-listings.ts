import type { Core, Struct, UID } from '@strapi/strapi';
import { exchangeLabel } from '../detection';
import { findNamesBesideMentions } from '../detection/names/names-beside-mentions';
import { entryText } from '../detection/text/entry-text';
import { readCompanyNames } from '../instruments/company-names';
import { formatInstrument } from '../instruments/instrument';
import type { Ticker } from '../instruments/ticker';
import type { PluginContext } from '../plugin-context';
import type { Entry } from '../publication/read-listings';
import { permissionChecker } from '../strapi/permission-checker';
import { findReadableIds } from './access/find-readable-documents';

/**
 * A company that a draft names without a listing, and the listings that can be inserted after its name. It gets no quote by itself.
 */
export interface ListingSuggestion {
  /** The place of the name: the field (`body`, `sections.0.text`), and offsets into its text; `end` is exclusive. */
  field: string;
  start: number;
  end: number;
  /** The name as the text prints it. */
  text: string;
  /** The listings of the companies with this name. */
  listings: { instrument: string; symbol: string; exchange: string; name: string | null; insert: string }[];
}

/** The most companies that are suggested at once. */
const MOST_SUGGESTIONS = 20;
const MOST_LISTINGS = 4;

const present = (ticker: Ticker) => {
  const exchange = ticker.exchange ?? exchangeLabel(ticker.mic) ?? ticker.mic;
  const { symbol, name } = ticker;
  return {
    instrument: formatInstrument(ticker),
    symbol,
    exchange,
    name,
    insert: ` (${exchange}: ${symbol})`,
  };
};

/** Those of these documents of a type that the role may read; none if it may read no type of that name. */
const readable = async (
  strapi: Core.Strapi,
  ability: unknown,
  uid: string | undefined,
  documentIds: string[],
): Promise<ReadonlySet<string>> => {
  const model = Object.values(strapi.contentTypes).find((type) => type.uid === uid);
  if (!model || documentIds.length === 0 || permissionChecker(strapi, ability, model.uid).cannot.read())
    return new Set();
  return new Set(await findReadableIds(strapi, ability, model, { documentIds, locale: null }));
};

/**
 * The companies that a draft names without one of their listings, each at its first mention.
 *
 * @param named the instruments that the draft names or that an editor linked; their companies need no suggestion
 */
export const suggestListings = async (
  { strapi, config, directory }: PluginContext,
  ability: unknown,
  model: Struct.ContentTypeSchema,
  entry: Entry,
  named: ReadonlySet<string>,
): Promise<ListingSuggestion[]> => {
  const index = await readCompanyNames(strapi, directory);
  if (!index) return [];
  const modelOf = (uid: string) => strapi.getModel(uid as UID.Component);
  const places = entryText(entry, model, modelOf).flatMap(({ field, text, format }) =>
    findNamesBesideMentions(text, index, { format, cashtags: config.cashtags }).map((place) => ({
      ...place,
      field,
      text: text.slice(place.start, place.end),
    })),
  );
  const companies = [...new Set(places.flatMap(({ keys }) => keys))];
  const mayRead = await readable(strapi, ability, directory.companyType, companies);
  const tickers = await directory.ofCompanies([...mayRead]);
  const mayReadTickers = await readable(
    strapi,
    ability,
    directory.type,
    tickers.map(({ documentId }) => documentId),
  );
  const byCompany = new Map<string, Ticker[]>();
  for (const ticker of tickers) {
    if (!ticker.company || !ticker.listed || !mayReadTickers.has(ticker.documentId)) continue;
    byCompany.set(ticker.company, [...(byCompany.get(ticker.company) ?? []), ticker]);
  }
  const done = new Set<string>();
  for (const [company, listings] of byCompany)
    if (listings.some((ticker) => named.has(formatInstrument(ticker)))) done.add(company);
  const suggestions: ListingSuggestion[] = [];
  for (const { keys, field, start, end, text } of places) {
    if (keys.some((key) => done.has(key))) continue;
    const listings = keys.flatMap((key) => byCompany.get(key) ?? []).slice(0, MOST_LISTINGS);
    if (listings.length === 0) continue;
    for (const key of keys) done.add(key);
    suggestions.push({ field, start, end, text, listings: listings.map(present) });
    if (suggestions.length === MOST_SUGGESTIONS) break;
  }
  return suggestions;
};
