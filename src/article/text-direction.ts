/** ISO 639 codes of languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ku',
  'nqo',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** Scripts that are written from right to left. A locale may name one: `az-Arab`. */
const SCRIPTS = /-(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm)\b/i;

/** The `dir` attribute for a locale. */
export const textDirection = (locale: string): 'ltr' | 'rtl' => {
  if (/-Latn\b/i.test(locale)) return 'ltr';
  return SCRIPTS.test(locale) || RIGHT_TO_LEFT.has(locale.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
};
