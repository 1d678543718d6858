import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useText, type TextKey } from '../text/use-text';
import { useLanguageName } from './use-language-name';

interface Fault {
  fault: string;
  /** Names; locales by their codes; instants in ISO 8601. */
  values: Record<string, string>;
}

/** What is wrong, as a sentence in the user's language. */
export const useFaultSentence = () => {
  const text = useText();
  const languageName = useLanguageName();
  const { formatDate } = useIntl();
  return useCallback(
    ({ fault, values: { locale, language, until, ...names } }: Fault): string =>
      text(`fault.${fault}` as TextKey, {
        ...names,
        ...(locale ? { locale: languageName(locale) } : {}),
        ...(language ? { language: languageName(language) } : {}),
        ...(until ? { until: formatDate(until, { dateStyle: 'medium', timeStyle: 'short' }) } : {}),
      }),
    [text, languageName, formatDate],
  );
};
