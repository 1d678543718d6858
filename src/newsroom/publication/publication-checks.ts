import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { databaseTime } from '../clock/database-time';
import { changeSince } from '../corrections/change-since';
import { readHistory } from '../corrections/publication-history';
import { checkRules, type RuleLevels } from '../rules/rules';
import { refusalDetails } from '../refusals/refusal-details';
import { ARTICLE } from '../type-names';
import { factsOfVersion } from './article-facts';
import { changeHindrance } from './change-hindrance';
import { embargoHindrance, readEmbargoes } from './embargo-hindrance';
import { findRefusedDrafts } from './refused-drafts';
import { findMissingRequired } from './missing-required';
import { readableFindings, type MayReadField } from '../refusals/readable-reasons';
import { articleForm, versionInForm } from './article-form';
import { readDrafts, type ArticleText, type SavedDraft } from './read-articles';
import { defaultLocale } from '../strapi/locales';
import { permissionChecker, type PermissionChecker } from '../strapi/permission-checker';

type Context = Parameters<Core.MiddlewareHandler>[0];

const query = z.strictObject({ locale: z.string().min(2).max(35).optional() });

const localeOr = async (strapi: Core.Strapi, given: string | undefined): Promise<string> =>
  given ?? (await defaultLocale(strapi));

const permissionsOf = (strapi: Core.Strapi, ctx: Context): PermissionChecker =>
  permissionChecker(strapi, ctx.state.userAbility, ARTICLE);

/** A draft, and which of its fields the caller may read. */
interface ReadableDraft {
  draft: SavedDraft;
  mayRead: MayReadField;
}

/**
 * Finds the saved draft of an article in a locale; undefined if there is none.
 *
 * @throws PolicyError if the caller may not read it
 */
const findReadableDraft = async (
  strapi: Core.Strapi,
  ctx: Context,
  documentId: string,
  locale: string,
): Promise<ReadableDraft | undefined> => {
  const seen: { id: number } | null = await strapi.db.query(ARTICLE).findOne({
    where: { documentId, locale, publishedAt: null },
    populate: { createdBy: { populate: ['roles'] } },
  });
  if (!seen) return undefined;
  const { can } = permissionsOf(strapi, ctx);
  if (!can.read(seen)) {
    throw new errors.PolicyError(
      `documentId is "${documentId}": your role may not read this article.`,
      refusalDetails('readingNotAllowed'),
    );
  }
  const [draft] = await readDrafts(strapi, { id: seen.id });
  return draft && { draft, mayRead: (field) => can.read(seen, field.split('.')[0]) };
};

/** A draft of the article in any locale that the caller may read; undefined if there is none. */
const findReadableTranslation = async (
  strapi: Core.Strapi,
  ctx: Context,
  documentId: string,
): Promise<object | undefined> => {
  const drafts: object[] = await strapi.db
    .query(ARTICLE)
    .findMany({ where: { documentId, publishedAt: null }, populate: { createdBy: { populate: ['roles'] } } });
  const { can } = permissionsOf(strapi, ctx);
  return drafts.find((draft) => can.read(draft));
};

type Checks = Awaited<ReturnType<typeof checkVersion>>;

/**
 * Keeps only the checks of fields that the caller may read. `disclaimers` is null if the caller may not read the
 * article's disclaimers.
 */
const keepReadableChecks = ({ findings, disclaimers, change }: Checks, mayRead: MayReadField) => ({
  findings: readableFindings(findings, mayRead),
  disclaimers: mayRead('disclaimers') ? disclaimers : null,
  change,
});

/**
 * Checks what would happen if this version were published now: which findings would warn or block, which disclaimers it would
 * get, and whether readers have seen another text.
 *
 * @param under the documentId whose embargo holds for it: its own, or that of its translations if it was never saved
 */
export const checkVersion = async (
  strapi: Core.Strapi,
  version: ArticleText,
  under: string = version.documentId ?? '',
) => {
  const facts = await factsOfVersion(strapi, version);
  const { documentId = '', locale } = version;
  const hindrances = [
    embargoHindrance((await readEmbargoes(strapi, [under])).get(under), await databaseTime(strapi)),
    changeHindrance({ ...version }, (await readHistory(strapi, documentId)).get(locale)?.last),
  ];
  return {
    findings: [
      ...hindrances.flatMap((one) => (one ? [{ level: 'block' as const, ...one }] : [])),
      ...findMissingRequired(strapi, version),
      ...checkRules(facts, strapi.config.get<RuleLevels>('newsroom.rules')),
    ],
    disclaimers: facts.disclaimers.map(({ key, name, appliesTo, published }) => ({
      key,
      name,
      appliesTo,
      language: published?.locale ?? null,
      text: published?.text ?? null,
    })),
    change: await changeSince(strapi, version),
  };
};

/** `GET /newsroom/publication-checks/:documentId?locale=es`: checks the saved draft. */
const checkSaved =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = query.safeParse(ctx.query);
    if (!given.success) {
      throw new errors.ValidationError('Only "locale" may be given, and only once, for example locale=es.');
    }
    const { documentId } = ctx.params as { documentId: string };
    const locale = await localeOr(strapi, given.data.locale);
    const found = await findReadableDraft(strapi, ctx, documentId, locale);
    if (!found) {
      throw new errors.NotFoundError(
        `There is no article ${documentId} in "${locale}".`,
        refusalDetails('articleUnknown', { locale }),
      );
    }
    ctx.body = { data: keepReadableChecks(await checkVersion(strapi, found.draft), found.mayRead) };
  };

/** `POST /newsroom/publication-checks`: checks an article as it stands in a form, saved or not. */
const checkForm =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const permissions = permissionsOf(strapi, ctx);
    // No permission covers an article that is not saved yet, so the right to create articles is enough to have one checked.
    if (permissions.cannot.read() && permissions.cannot.create()) {
      throw new errors.PolicyError(
        'Your role neither reads nor writes articles, so it cannot have one checked.',
        refusalDetails('readingsNotAllowed'),
      );
    }
    const given = articleForm.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) {
      throw new errors.ValidationError(`The form is not valid. ${z.prettifyError(given.error)}`);
    }
    const form = given.data;
    const locale = await localeOr(strapi, form.locale);
    // A translation that has never been saved has no draft in its locale.
    const saved = form.documentId ? await findReadableDraft(strapi, ctx, form.documentId, locale) : undefined;
    // An embargo holds for it all the same, and is told to users who may read the article in another locale.
    const translation =
      form.documentId && !saved ? await findReadableTranslation(strapi, ctx, form.documentId) : undefined;
    const checks = await checkVersion(
      strapi,
      await versionInForm(strapi, form, locale, saved?.draft),
      saved?.draft.documentId ?? (translation ? form.documentId : undefined),
    );
    // The caller knows what the form sends, so findings about it are shown whole. Relations and the embargo come from the saved draft.
    const isSent = (field: string): boolean =>
      Object.hasOwn(form.entry, field.split('.')[0]!) &&
      !['disclaimers', 'tickers', 'embargoUntil'].includes(field);
    ctx.body = {
      data: keepReadableChecks(checks, (field) => {
        if (translation && field === 'embargoUntil') return permissions.can.read(translation, field);
        return !saved || isSent(field) || saved.mayRead(field);
      }),
    };
  };

const selection = z.strictObject({
  documentIds: z.array(z.string().min(1).max(255)).min(1).max(200),
  locale: z.string().min(2).max(35).optional(),
});

/** `POST /newsroom/publication-checks/drafts`: which of the selected drafts publishing would refuse, and why. */
const checkDrafts =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx) => {
    const given = selection.safeParse((ctx.request as { body?: unknown }).body);
    if (!given.success) {
      throw new errors.ValidationError(`The selection is not valid. ${z.prettifyError(given.error)}`);
    }
    const { documentIds, locale } = given.data;
    const locales = [await localeOr(strapi, locale)];
    ctx.body = { data: await findRefusedDrafts(strapi, ctx.state.userAbility, { documentIds, locales }) };
  };

/** Adds the routes, for users of the admin UI who may read or write the article. */
export const addPublicationChecks = (strapi: Core.Strapi): void => {
  const route = (method: 'GET' | 'POST', path: string, handler: Core.MiddlewareHandler) => ({
    method,
    path,
    handler,
    info: { pluginName: 'admin', type: 'admin' as const },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  });
  strapi.server.routes({
    type: 'admin',
    prefix: '/newsroom',
    routes: [
      route('GET', '/publication-checks/:documentId', checkSaved(strapi)),
      route('POST', '/publication-checks', checkForm(strapi)),
      route('POST', '/publication-checks/drafts', checkDrafts(strapi)),
    ],
  });
};
