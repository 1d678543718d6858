import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import en from '../translations/en.json';

export type TextKey = keyof typeof en;
export type Text = (key: TextKey, values?: Record<string, PrimitiveType>) => string;

/** A text in the form that Strapi translates itself (menus, settings links). */
export const descriptor = (key: TextKey) => ({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] });

/** The plugin's texts in the user's language; a key that English lacks does not compile. */
export const useText = (): Text => {
  const { formatMessage } = useIntl();
  return useCallback((key, values) => formatMessage(descriptor(key), values), [formatMessage]);
};
