import type { Core, UID } from '@strapi/strapi';
import { namesOfListings } from '../../detection/names/names-of-listings';
import { pluginContext } from '../../plugin-context';
import { previewPublication } from '../../publication/preview-publication';
import { linkAttributes } from '../../publication/read-published-entries';
import { permissionChecker } from '../../strapi/permission-checker';
import { enabledModel } from '../access/enabled-model';
import { formatInstrument } from '../../instruments/instrument';
import { findDocument } from '../access/find-document';
import { localeOf } from '../access/locale-of';
import { mayAddTicker } from '../add-ticker';
import type { AdminContext } from '../admin-context';
import { linksFromForm } from '../links-from-form';
import { presentPreview } from '../present/present-preview';
import { draftBody, parseRequest } from '../request-bodies';
import { suggestListings } from '../suggest-listings';
import { refuseType } from '../access/refuse-type';

/** `POST /preview`: what publishing this draft, saved or not, would do. */
export const previewDraft = async (strapi: Core.Strapi, ctx: AdminContext): Promise<void> => {
  const context = pluginContext(strapi);
  const { directory } = context;
  const {
    model: uid,
    documentId,
    locale: given,
    entry,
    ...links
  } = parseRequest(draftBody, ctx.request.body);
  const model = enabledModel(strapi, uid);
  const locale = await localeOf(strapi, model, given);
  const ability = ctx.state.userAbility;
  const may = permissionChecker(strapi, ability, uid);
  // A draft that is not saved yet may be read by users who may create one.
  if (may.cannot.read() && may.cannot.create()) throw refuseType(uid);
  if (documentId && may.cannot.read()) throw refuseType(uid);
  // A translation that was never saved has no entry in its locale.
  const entryExists =
    documentId !== undefined &&
    (await findDocument(strapi, ability, model, { documentId, locale }, 'read')) !== null;
  const place = { documentId: entryExists ? documentId : undefined, locale };
  const linkedTickers = await linksFromForm(strapi, directory, model, place, links);
  const answer = await previewPublication(context, { model, ...place, entry, linkedTickers });
  const known = await directory.withSymbols([...new Set(answer.mentions.map(({ symbol }) => symbol))]);
  const named = new Set([
    ...answer.wanted.map(({ instrument }) => instrument),
    // An ambiguous mention may mean any of them.
    ...known
      .filter((ticker) => answer.unresolved.some(({ symbol }) => symbol === ticker.symbol))
      .map(formatInstrument),
  ]);
  const modelOf = (component: string) => strapi.getModel(component as UID.Component);
  const companyNames = namesOfListings(entry, model, modelOf, context.config);
  ctx.body = {
    data: {
      ...presentPreview(answer, known, companyNames),
      suggestions: await suggestListings(context, ability, model, entry, named),
    },
    meta: {
      tickersAttribute: linkAttributes(model, directory).tickers ?? null,
      hasTickers: directory.type !== undefined,
      mayAddTickers: mayAddTicker(strapi, directory, ability),
    },
  };
};
