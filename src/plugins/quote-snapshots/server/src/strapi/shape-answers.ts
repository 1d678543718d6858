import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from './strapi-changed-error';

type Sanitizer = Parameters<Core.Strapi['sanitizers']['add']>[1];

/**
 * Changes every response of the REST API before it is sent (`strapi.sanitizers`, the registry `content-api.output`, undocumented).
 * GraphQL uses resolvers for this.
 *
 * @param shape gets the data, a document or a part of one, and the uid of its model
 * @throws StrapiChangedError at start if there is no such registry, because responses would lack their reasons
 */
export const shapeAnswers = (strapi: Core.Strapi, shape: (data: unknown, uid: string) => void): void => {
  if (!Array.isArray(strapi.sanitizers?.get('content-api.output')))
    throw new StrapiChangedError('`strapi.sanitizers`', 'it has no list "content-api.output"');
  const sanitizer = ({ uid }: { uid: string }) =>
    function wordAnswer(data: unknown): unknown {
      shape(data, uid);
      return data;
    };
  strapi.sanitizers.add('content-api.output', sanitizer as unknown as Sanitizer);
};
