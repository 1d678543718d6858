import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { readConfiguration } from './config/configuration';
import { releaseColumns } from './freshness/open-freshness';
import { ignoredOf } from './strapi/models';

type ContentTypes = Record<string, { attributes: object }>;

/** The value as it is stored, without functions. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/**
 * Removes triggers that name columns, before Strapi brings the schema up to date. PostgreSQL does not drop or change a column that
 * a trigger names, so a newsroom whose type had lost an attribute would not start. The start creates the triggers again.
 *
 * Relies on the hook `strapi::content-types.beforeSync`, which Strapi's own plugins also use. If it is gone, such a start fails
 * with PostgreSQL's error, which names the trigger. Noticed by `writes-seen` of the cache's tests.
 */
export const releaseColumnsBeforeSync = (strapi: Core.Strapi): void => {
  strapi
    .hook('strapi::content-types.beforeSync')
    .register(
      async ({
        oldContentTypes,
        contentTypes,
      }: {
        oldContentTypes?: ContentTypes;
        contentTypes: ContentTypes;
      }) => {
        // A database without content types has no triggers either.
        if (!oldContentTypes) return;
        const uids = new Set([...Object.keys(oldContentTypes), ...Object.keys(contentTypes)]);
        const isChanged = [...uids].some(
          (uid) =>
            !isDeepStrictEqual(
              stored(oldContentTypes[uid]?.attributes),
              stored(contentTypes[uid]?.attributes),
            ),
        );
        if (!isChanged) return;
        try {
          await releaseColumns(strapi, ignoredOf(strapi, readConfiguration(strapi).ignored));
        } catch (error) {
          // Strapi may not change any of these columns. If it does, PostgreSQL's error names the trigger.
          strapi.log.warn(`response-cache: triggers that name columns were not dropped: ${String(error)}`);
        }
      },
    );
};
