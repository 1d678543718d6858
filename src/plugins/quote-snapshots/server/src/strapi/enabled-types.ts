import type { Core, Struct } from '@strapi/strapi';
import { PLUGIN } from '../plugin-names';

const isSwitchedOn = (contentType: Struct.ContentTypeSchema, plugin: string, option: string): boolean => {
  const options = contentType.pluginOptions?.[plugin] as Record<string, unknown> | undefined;
  return options?.[option] === true;
};

/** Whether a content type opted in: `pluginOptions: { "quote-snapshots": { "enabled": true } }`. */
export const isEnabled = (contentType: Struct.ContentTypeSchema): boolean =>
  isSwitchedOn(contentType, PLUGIN, 'enabled');

export const isLocalized = (contentType: Struct.ContentTypeSchema): boolean =>
  isSwitchedOn(contentType, 'i18n', 'localized');

export const hasDrafts = (contentType: Struct.ContentTypeSchema): boolean =>
  contentType.options?.draftAndPublish === true;

/** Every content type that opted in. */
export const enabledTypes = (strapi: Core.Strapi): Struct.ContentTypeSchema[] =>
  Object.values(strapi.contentTypes).filter(isEnabled);
