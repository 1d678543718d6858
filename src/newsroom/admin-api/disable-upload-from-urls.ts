import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { guardRoutes } from '../strapi/route-policies';

/** Strapi's "upload from URL" requests any address and follows redirects, also into the server's own network (SSRF). */
export const disableUploadFromUrls = (strapi: Core.Strapi): void =>
  guardRoutes(
    strapi,
    'upload-from-urls',
    () => {
      throw new errors.PolicyError(
        'The newsroom fetches no files from addresses: download the file, and upload it.',
      );
    },
    [['upload', 'POST', '/actions/upload-from-urls']],
  );
