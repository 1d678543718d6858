import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Labels } from './labels';

const LABELS: Readonly<Record<string, Labels>> = { en, es, fr, de };

/** The language of the page's own texts: that of the locale, or English. */
export const labelsLanguage = (locale: string): string => {
  const language = locale.split('-')[0] ?? '';
  return Object.hasOwn(LABELS, language) ? language : 'en';
};

/** The page's own texts in the language of a locale, or in English. */
export const labelsIn = (locale: string): Labels => LABELS[labelsLanguage(locale)] ?? en;
