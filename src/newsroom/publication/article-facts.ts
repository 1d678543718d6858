import type { Core } from '@strapi/strapi';
import { readUnexplained } from '../corrections/change-since';
import { selectDisclaimers } from '../disclaimers/applicable-disclaimers';
import { readPublishedDisclaimers } from '../disclaimers/read-disclaimers';
import type { EntryListings, ReasonsService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { quotesPlugin } from '../quotes-plugin';
import type { ArticleFacts } from '../rules/rules';
import { findNamedInText, NOTHING } from './named-listings';
import type { ArticleText, ArticleVersion } from './read-articles';
import { defaultLocale } from '../strapi/locales';

/** Returns a function that finds the disclaimers and the unresolved mentions of an article, for the rules. */
export const createFactsReader = async (strapi: Core.Strapi) => {
  const published = await readPublishedDisclaimers(strapi);
  const fallbackLocale = await defaultLocale(strapi);
  const reasons = quotesPlugin(strapi)?.service<ReasonsService>('reasons');
  /** The API's errors are in English. The admin UI has its own text for each finding, in the editor's language. */
  const inEnglish = ({ reasonCode, reasonParams }: EntryListings['unresolved'][number]): string =>
    reasons?.inWords({ reason: null, reasonCode, reasonParams }, 'en') ?? reasonCode;

  return (
    { locale, kind, byline, chosen }: ArticleVersion,
    { named = NOTHING, isUnexplained }: { named: EntryListings | undefined; isUnexplained: boolean },
  ): ArticleFacts => {
    const hasQuotes = named.wanted.length > 0;
    const disclaimers = selectDisclaimers({
      published,
      chosen,
      locale,
      defaultLocale: fallbackLocale,
      hasQuotes,
    });
    const unresolved = named.unresolved.map((mention) => ({
      symbol: mention.symbol,
      exchange: mention.exchange,
      reason: inEnglish(mention),
      field:
        named.mentions.find(
          ({ symbol, exchange }) => symbol === mention.symbol && exchange === mention.exchange,
        )?.field ?? 'body',
    }));
    return { locale, kind, byline, disclaimers, unresolved, isUnexplained };
  };
};

/** The facts of one version of an article, saved or not. */
export const factsOfVersion = async (strapi: Core.Strapi, version: ArticleText): Promise<ArticleFacts> => {
  const factsOf = await createFactsReader(strapi);
  return factsOf(version, {
    named: await findNamedInText(strapi, version),
    isUnexplained: await readUnexplained(strapi, version),
  });
};
