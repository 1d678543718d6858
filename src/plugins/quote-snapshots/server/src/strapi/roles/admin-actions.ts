import type { Core } from '@strapi/strapi';
import { StrapiChangedError } from '../strapi-changed-error';

/** A permission that the roles screen lists. */
export interface AdminAction {
  section: 'plugins';
  pluginName: string;
  uid: string;
  displayName: string;
  subCategory: string;
}

/**
 * Lists permissions in the admin's roles screen (`admin::permission`, `actionProvider.registerMany`).
 *
 * If this changes, the start stops. Otherwise routes that require these permissions would be closed to everybody, or open to
 * everybody.
 */
export const registerAdminActions = async (strapi: Core.Strapi, actions: AdminAction[]): Promise<void> => {
  const provider = (
    strapi.service('admin::permission') as
      | { actionProvider?: { registerMany?: (actions: AdminAction[]) => Promise<void> } }
      | undefined
  )?.actionProvider;
  if (typeof provider?.registerMany !== 'function')
    throw new StrapiChangedError(
      '`actionProvider` of `admin::permission`',
      'it has no function "registerMany"',
    );
  await provider.registerMany(actions);
};
