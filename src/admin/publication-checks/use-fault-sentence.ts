import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useKindName } from '../text/use-kind-name';
import { useText, type TextKey } from '../text/use-text';
import { useLanguageName } from './use-language-name';

interface Fault {
  fault: string;
  /** Values for the text: names, the codes of kinds and locales, instants in ISO 8601. */
  values: Record<string, string>;
}

/** Words a fault as a sentence in the user's language. */
export const useFaultSentence = () => {
  const text = useText();
  const languageName = useLanguageName();
  const kindName = useKindName();
  const { formatDate } = useIntl();
  return useCallback(
    ({ fault, values: { kind, locale, language, until, at, ...names } }: Fault): string =>
      text(`fault.${fault}` as TextKey, {
        ...names,
        ...(kind ? { kind: kindName(kind) } : {}),
        ...(locale ? { locale: languageName(locale) } : {}),
        ...(language ? { language: languageName(language) } : {}),
        ...(at ? { at: formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }) } : {}),
        ...(until ? { until: formatDate(until, { dateStyle: 'medium', timeStyle: 'short' }) } : {}),
      }),
    [text, kindName, languageName, formatDate],
  );
};
