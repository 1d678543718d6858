import type { Core } from '@strapi/strapi';
import type { ListingsService, ReasonsService } from 'strapi-plugin-quote-snapshots/strapi-server';
import { checkVersion } from '../publication/publication-checks';
import { readDrafts, type SavedDraft } from '../publication/read-articles';
import { quotesPlugin, READ_QUOTES } from '../quotes-plugin';
import { defaultLocale } from '../strapi/locales';
import { isFindingReadable, NAMING_FIELDS } from '../refusals/readable-reasons';
import { permissionChecker } from '../strapi/permission-checker';
import { ARTICLE } from '../type-names';
import { noSuchArticle, type ToolCaller } from './tool-caller';

interface Ability {
  can(action: string): boolean;
}

/** What publishing would do with each listing that the draft names. */
const previewQuotes = async (strapi: Core.Strapi, draft: SavedDraft & { locale: string }) => {
  const plugin = quotesPlugin(strapi);
  if (!plugin) return null;
  const { wanted, unresolved } = await plugin.service<ListingsService>('listings').preview({
    model: strapi.contentType(ARTICLE),
    documentId: draft.documentId,
    locale: draft.locale,
    entry: { ...draft },
    linkedTickers: draft.tickers.map(({ documentId }) => documentId),
  });
  const reasons = plugin.service<ReasonsService>('reasons');
  return [
    ...wanted.map(({ instrument, symbol, exchange, act }) => ({
      ...{ instrument, symbol, exchange },
      act,
      reason: null,
    })),
    ...unresolved.map(({ symbol, exchange, reasonCode, reasonParams }) => ({
      ...{ instrument: null, symbol, exchange },
      act: 'leave out' as const,
      reason: reasons.inWords({ reason: null, reasonCode, reasonParams }, draft.locale),
    })),
  ];
};

/**
 * Checks a draft before publication: the findings of the rules, the disclaimers that it would get, and what would happen to each
 * listing. Writes nothing, and asks no provider.
 *
 * @returns nothing about fields that the caller may not read; `quotes` is null if they may not see quotes or the whole text
 * @throws NotFoundError if there is no such draft that the caller may read
 */
export const checkArticle = async (
  strapi: Core.Strapi,
  { ability }: ToolCaller,
  { documentId, locale: given }: { documentId: string; locale?: string | undefined },
) => {
  const locale = given ?? (await defaultLocale(strapi));
  const may = permissionChecker(strapi, ability, ARTICLE);
  const seen: { id: number } | null = await strapi.db.query(ARTICLE).findOne({
    where: { documentId, locale, publishedAt: null },
    populate: { createdBy: { populate: ['roles'] } },
  });
  const [draft] = seen && may.can.read(seen) ? await readDrafts(strapi, { id: seen.id }) : [];
  if (!seen || !draft) throw noSuchArticle(documentId, locale, 'read');
  const mayRead = (field: string): boolean => may.can.read(seen, field.split('.')[0]);
  const { findings, disclaimers } = await checkVersion(strapi, draft);
  const readable = findings.filter((finding) => isFindingReadable(finding, mayRead));
  return {
    documentId,
    locale,
    isBlocked: findings.some(({ level }) => level === 'block'),
    findings: readable.map(({ level, field, message }) => ({ level, field, message })),
    disclaimers: mayRead('disclaimers')
      ? disclaimers.map(({ name, language }) => ({ name, language }))
      : null,
    quotes:
      (ability as Ability).can(READ_QUOTES) && NAMING_FIELDS.every(mayRead)
        ? await previewQuotes(strapi, draft)
        : null,
  };
};
