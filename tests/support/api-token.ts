import type { Core } from '@strapi/strapi';

let tokens = 0;

/** The `Authorization` of a new token of the content API: of custom ones, with these actions and no others. */
export const authorizeToken = async (
  strapi: Core.Strapi,
  type: 'custom' | 'read-only' | 'full-access',
  actions: readonly string[] = [],
): Promise<string> => {
  const { accessKey }: { accessKey: string } = await strapi.service('admin::api-token').create({
    name: `Token ${(tokens += 1)} of a test ${process.pid}`,
    description: '',
    kind: 'content-api',
    type,
    lifespan: null,
    ...(type === 'custom' ? { permissions: [...actions] } : {}),
  });
  return `Bearer ${accessKey}`;
};
