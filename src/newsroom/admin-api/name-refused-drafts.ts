import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { findRefusedDrafts, type RefusedDraft } from '../publication/refused-drafts';
import { refusalDetails } from '../refusals/refusal-details';
import type { RefusalReason } from '../refusals/refusal-reason';
import { localesOfAction } from '../strapi/locales';
import { guardRoutes, type Guard } from '../strapi/route-policies';
import { ARTICLE } from '../type-names';

interface BulkBody {
  documentIds?: unknown;
  locale?: unknown;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const lineOf = ({ title, documentId, locale, hindrances }: RefusedDraft): string =>
  `“${title ?? documentId}” (${locale}): ${hindrances.map(({ message }) => message).join(' ')}`;

const nameOf = ({ title, locale }: RefusedDraft): RefusalReason =>
  title === null
    ? { code: 'keptBackUntitled', values: { locale } }
    : { code: 'keptBack', values: { title, locale } };

const reasonsOf = ({ locale, hindrances }: RefusedDraft): RefusalReason[] =>
  hindrances.map(({ fault, values }) => ({ code: fault, values: { locale, ...values } }));

const nameRefusedDrafts: Guard = async ({ params, request, state }, _config, { strapi }) => {
  if (params.model !== ARTICLE) return;
  const { documentIds, locale } = (request.body ?? {}) as BulkBody;
  // Strapi refuses a value that is not a list.
  if (!Array.isArray(documentIds)) return;
  const found = await findRefusedDrafts(strapi, state.userAbility, {
    documentIds: documentIds.filter(isText),
    locales: await localesOfAction(strapi, locale),
  });
  if (found.length === 0) return;
  throw new errors.ValidationError(`Nothing was published. Kept back: ${found.map(lineOf).join(' ')}`, {
    ...refusalDetails('nothingPublished'),
    errors: found.map((article) => ({
      path: [article.documentId, article.locale],
      name: 'PublicationRule',
      message: lineOf(article),
      reason: nameOf(article),
      reasons: reasonsOf(article),
    })),
  });
};

/**
 * Bulk publish publishes all articles or none, and the publication guard's error names one article only. This error names every
 * article that would be refused.
 */
export const nameRefusedDraftsInBulk = (strapi: Core.Strapi): void =>
  guardRoutes(strapi, 'names-refused-drafts', nameRefusedDrafts, [
    ['content-manager', 'POST', '/collection-types/:model/actions/bulkPublish'],
  ]);
