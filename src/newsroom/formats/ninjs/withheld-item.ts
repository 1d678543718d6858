import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { READ_DRAFTS } from '../../access/tokens';
import { databaseTime } from '../../clock/database-time';
import { findEmbargo } from '../../publication/embargo-hindrance';
import { siteOf } from '../../site-environment';
import { ninjsPath, serverUrl } from '../../site-addresses';
import type { HasRight } from '../../strapi/public-rights';
import { blocksToHtml } from '../../text/blocks-to-html';
import { ARTICLE } from '../../type-names';
import { STANDARD, type NinjsItem } from './ninjs-item';

interface Draft {
  documentId: string;
  locale: string;
  title: string;
  summary: string | null;
  body: unknown;
  byline: string | null;
  createdAt: string;
  updatedAt: string;
}

/**
 * A draft as a `withheld` news item, with the end of its embargo, for partners who may read drafts and prepare for the publication.
 *
 * @throws ForbiddenError if the caller may not read drafts; NotFoundError if there is no draft
 */
export const withheldItem = async (
  strapi: Core.Strapi,
  has: HasRight,
  documentId: string,
  locale: string,
): Promise<NinjsItem> => {
  if (!(await has(READ_DRAFTS))) {
    throw new errors.ForbiddenError(
      'status=draft: this caller may not read drafts. Leave the parameter out, or use an API token with the permission findDraft (npm run tokens -- preview).',
    );
  }
  const draft: Draft | null = await strapi.db
    .query(ARTICLE)
    .findOne({ where: { documentId, locale, publishedAt: null } });
  if (!draft) throw new errors.NotFoundError(`There is no draft of article "${documentId}" in "${locale}".`);
  const embargo = await findEmbargo(strapi, documentId, await databaseTime(strapi));
  const html = blocksToHtml(draft.body);
  return {
    uri: serverUrl(siteOf(strapi), ninjsPath(documentId, locale)),
    type: 'text',
    standard: STANDARD,
    version: String(new Date(draft.updatedAt).getTime()),
    firstCreated: new Date(draft.createdAt).toISOString(),
    versionCreated: new Date(draft.updatedAt).toISOString(),
    ...(embargo && { embargoedUntil: embargo.until.toISOString() }),
    pubStatus: 'withheld',
    language: locale,
    altIds: [{ role: 'documentId', value: documentId }],
    title: draft.title,
    headlines: [{ role: 'main', contentType: 'text/plain', value: draft.title }],
    ...(draft.summary && {
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: draft.summary }],
    }),
    ...(html && { bodies: [{ role: 'main', contentType: 'text/html', value: html }] }),
    ...(draft.byline && { by: draft.byline }),
  };
};
