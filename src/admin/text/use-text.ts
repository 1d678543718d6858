import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import en from '../translations/en.json';

export type TextKey = keyof typeof en;

const idOf = (key: string): string => `newsroom.${key}`;

/** A text as Strapi expects it where it translates itself: menus, widgets, columns. */
export const descriptor = (key: TextKey) => ({ id: idOf(key), defaultMessage: en[key] });

/** A language's texts under the newsroom's prefix, apart from those of Strapi and its plugins. */
export const prefixed = (texts: Record<TextKey, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [idOf(key), text]));

/** The newsroom's texts in the user's language. A key that is missing in English does not compile. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (key: TextKey, values?: Record<string, PrimitiveType>): string => formatMessage(descriptor(key), values),
    [formatMessage],
  );
};
