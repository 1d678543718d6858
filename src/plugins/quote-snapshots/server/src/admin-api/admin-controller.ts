import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { SnapshotRow } from '../store/snapshot-row';
import { linkAttributes } from '../publication/read-published-entries';
import { checkProviders, usualInstrument } from './check-providers';
import { linkedInForm, presentPreview } from './draft-preview';
import { presentSnapshot } from './present-snapshot';
import {
  checkBody,
  draftBody,
  historyQuery,
  parse,
  placeQuery,
  quotesBody,
  reasonBody,
  summaryBody,
  tickerBody,
} from './request-bodies';
import { formatInstrument, parseInstrument, type Instrument } from '../instruments/instrument';
import { relatedKey } from '../store/related-key';
import { recaptureSnapshot } from '../capture/recapture-snapshot';
import { retrySnapshot } from '../capture/retry-snapshot';
import { voidSnapshot } from '../capture/void-snapshot';
import { pluginContext } from '../plugin-context';
import { previewPublication } from '../publication/preview-publication';
import { countSnapshotStates } from '../store/reports/count-snapshot-states';
import { countPastSnapshots, findPastSnapshots } from '../store/reports/find-past-snapshots';
import { findUnfinishedReplacements } from '../store/reports/find-unfinished-replacements';
import { findCurrentSnapshots } from '../store/statements/find-current-snapshots';
import { findSnapshot } from '../store/statements/find-snapshot';
import { createAddTicker } from './add-ticker';
import { publicationsNeedingAttention } from './attention';
import { createDocumentAccess } from './document-access';
import { effectiveSettings } from './effective-settings';
import { readStatus } from './read-status';

/** As much of a request of the admin as is needed here. */
export interface AdminContext {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  state: { userAbility: unknown; user: { id: number } };
  body: unknown;
}

/** A panel waits no longer for live quotes; it asks again. */
const ANSWER_WITHIN_MS = 5_000;
const HISTORY_PAGE = 25;

const instrumentOf = (text: string): Instrument => {
  try {
    return parseInstrument(text);
  } catch (error) {
    throw new errors.ValidationError(error instanceof Error ? error.message : String(error));
  }
};

/** What the admin UI asks. The routes check the plugin's permissions; here are those on the documents themselves. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const context = () => pluginContext(strapi);
  const access = createDocumentAccess(strapi);
  const tickers = () => createAddTicker({ ...context(), access });

  /** The row, where the caller may read the document that it belongs to. */
  const readableRow = async ({ params, state }: AdminContext): Promise<SnapshotRow> => {
    const row = await findSnapshot(strapi, params.id ?? '');
    if (!row) throw new errors.NotFoundError(`No quote snapshot has the documentId "${params.id}".`);
    const model = access.enabledModel(row.relatedType);
    await access.requireReadable(state.userAbility, model, {
      documentId: row.relatedDocumentId,
      locale: row.relatedLocale,
    });
    return row;
  };

  /** The place that a path and its query name, where the caller may read it. */
  const readablePlace = async ({ params, query, state }: AdminContext) => {
    const model = access.enabledModel(params.uid ?? '');
    const locale = await access.localeOf(model, parse(placeQuery, query).locale);
    const documentId = params.documentId ?? '';
    await access.requireReadable(state.userAbility, model, { documentId, locale });
    return { model, key: relatedKey(documentId, locale) };
  };

  return {
    /** `POST /preview`: what publishing this draft, saved or not, would do. */
    async preview(ctx: AdminContext) {
      const { directory } = context();
      const { model: uid, documentId, locale: given, entry, ...links } = parse(draftBody, ctx.request.body);
      const model = access.enabledModel(uid);
      const locale = await access.localeOf(model, given);
      const ability = ctx.state.userAbility;
      // A draft that is not saved yet is read by whoever writes it.
      const may = access.checker(ability, uid);
      if (may.cannot.read() && may.cannot.create()) throw new errors.ForbiddenError();
      const saved = documentId
        ? await access
            .requireReadable(ability, model, { documentId, locale })
            .then(() => documentId)
            .catch((error: unknown) => {
              // A translation that has never been saved has no entry in its locale.
              if (error instanceof errors.NotFoundError) return undefined;
              throw error;
            })
        : undefined;
      const place = { documentId: saved, locale };
      const linkedTickers = await linkedInForm(strapi, directory, model, place, links);
      const answer = await previewPublication(context(), { model, ...place, entry, linkedTickers });
      const known = await directory.withSymbols([...new Set(answer.mentions.map(({ symbol }) => symbol))]);
      ctx.body = {
        data: presentPreview(answer, known),
        meta: {
          tickersAttribute: linkAttributes(model, directory).tickers ?? null,
          hasTickers: directory.type !== undefined,
          mayAddTickers: tickers().mayAdd(ability),
        },
      };
    },

    /** `POST /quotes`: live quotes, through the desk that all share. */
    async quotes(ctx: AdminContext) {
      const { desk, provider } = context();
      const instruments = parse(quotesBody, ctx.request.body).instruments.map(instrumentOf);
      const answers = await desk.getQuotes(instruments, {
        timeoutMs: ANSWER_WITHIN_MS,
        // A look at the market leaves the last of the quota to publications.
        priority: 'retry',
      });
      ctx.body = {
        data: Object.fromEntries(answers),
        meta: { provider: provider.name, attribution: provider.attribution },
      };
    },

    /** `GET /documents/:uid/:documentId`: the current snapshots of a document in a locale. */
    async current(ctx: AdminContext) {
      const { model, key } = await readablePlace(ctx);
      const current = await findCurrentSnapshots(strapi, model.uid, [key]);
      const replacements = await findUnfinishedReplacements(
        strapi,
        current.map(({ documentId }) => documentId),
      );
      const latest = new Map(replacements.map((row) => [row.supersedes, row]));
      ctx.body = {
        data: current.map((row) => {
          const replacement = latest.get(row.documentId);
          return {
            ...presentSnapshot(row),
            replacement: replacement ? presentSnapshot(replacement) : null,
          };
        }),
        meta: { earlier: await countPastSnapshots(strapi, model.uid, key) },
      };
    },

    /** `GET /documents/:uid/:documentId/history`: earlier captures, latest first. */
    async history(ctx: AdminContext) {
      const { page } = parse(historyQuery, ctx.query);
      const { model, key } = await readablePlace(ctx);
      const total = await countPastSnapshots(strapi, model.uid, key);
      const rows = await findPastSnapshots(strapi, model.uid, key, { page, pageSize: HISTORY_PAGE });
      ctx.body = {
        data: rows.map(presentSnapshot),
        meta: { page, pageCount: Math.ceil(total / HISTORY_PAGE), total },
      };
    },

    /** `POST /snapshots/:id/recapture` */
    async recapture(ctx: AdminContext) {
      const { reason } = parse(reasonBody, ctx.request.body);
      const { documentId } = await readableRow(ctx);
      ctx.body = { data: { documentId: await recaptureSnapshot(context(), documentId, reason) } };
    },

    /** `POST /snapshots/:id/void` */
    async void(ctx: AdminContext) {
      const { reason } = parse(reasonBody, ctx.request.body);
      const { documentId } = await readableRow(ctx);
      await voidSnapshot(context(), documentId, reason);
      ctx.body = { data: { documentId } };
    },

    /** `POST /snapshots/:id/try-again`: for what failed or still waits; publishing again would do the same. */
    async tryAgain(ctx: AdminContext) {
      const row = await readableRow(ctx);
      await access.requirePublishable(ctx.state.userAbility, access.enabledModel(row.relatedType), {
        documentId: row.relatedDocumentId,
        locale: row.relatedLocale,
      });
      ctx.body = { data: { documentId: await retrySnapshot(context(), row.documentId) } };
    },

    /** `POST /tickers`: adds a ticker, and its company, as the provider knows them. */
    async addTicker(ctx: AdminContext) {
      const instrument = instrumentOf(parse(tickerBody, ctx.request.body).instrument);
      const { userAbility: ability, user } = ctx.state;
      ctx.body = { data: await tickers().add(instrument, { ability, userId: user.id }) };
    },

    /** `POST /summary`: how many snapshots of each state these documents have, in one query. */
    async summary(ctx: AdminContext) {
      const { model: uid, documentIds: asked, locale: given } = parse(summaryBody, ctx.request.body);
      const model = access.enabledModel(uid);
      const locale = await access.localeOf(model, given);
      const documentIds = await access.readableIds(ctx.state.userAbility, model, {
        documentIds: asked,
        locale,
      });
      const byKey = new Map(documentIds.map((documentId) => [relatedKey(documentId, locale), documentId]));
      const counts = await countSnapshotStates(strapi, uid, [...byKey.keys()]);
      const data: Record<string, Record<string, number>> = {};
      for (const { relatedKey: key, state, count } of counts) {
        const documentId = byKey.get(key);
        if (documentId) data[documentId] = { ...data[documentId], [state]: count };
      }
      ctx.body = { data };
    },

    /** `GET /attention`: publications whose quotes want a person. */
    async attention(ctx: AdminContext) {
      ctx.body = {
        data: await publicationsNeedingAttention({ strapi, access }, ctx.state.userAbility, new Date()),
      };
    },

    /** `GET /status`: what waits, what failed, and how the providers are doing. */
    async status(ctx: AdminContext) {
      ctx.body = { data: await readStatus(strapi) };
    },

    /** `POST /check`: asks each provider anew, for these instruments or the usual one, and says exactly what is wrong. */
    async check(ctx: AdminContext) {
      const { instruments } = parse(checkBody, ctx.request.body ?? {});
      const asked = instruments?.map(instrumentOf) ?? [await usualInstrument(context().directory)];
      const { provider: first, fallback } = context();
      ctx.body = { data: await checkProviders({ first, fallback }, asked) };
    },

    /** `GET /settings`: the configuration in effect, secrets masked, and what a health check asks for. */
    async settings(ctx: AdminContext) {
      const usual = formatInstrument(await usualInstrument(context().directory));
      const { config, provider: first, fallback } = context();
      const settings = effectiveSettings(config, { first, fallback }, strapi.dirs.app.root);
      ctx.body = { data: settings, meta: { check: usual } };
    },
  };
};
