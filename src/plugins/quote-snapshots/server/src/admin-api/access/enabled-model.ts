import type { Core, Struct } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isEnabled } from '../../strapi/enabled-types';

/** @throws NotFoundError for a content type without snapshots */
export const enabledModel = (strapi: Core.Strapi, uid: string): Struct.ContentTypeSchema => {
  const model = Object.values(strapi.contentTypes).find((type) => type.uid === uid);
  if (model && isEnabled(model)) return model;
  throw new errors.NotFoundError(
    `"${uid}" is not a content type with quote snapshots. Switch them on in its pluginOptions.`,
  );
};
