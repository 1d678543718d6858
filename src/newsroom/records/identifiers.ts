import { codes as currencyCodes } from 'currency-codes';
import countries from 'i18n-iso-countries';
import { isSymbol } from 'strapi-plugin-quote-snapshots/instruments';
import { MARKET_IDENTIFIER_CODES } from '../../api/ticker/market-identifier-codes';

/** Returns the fault of a value, in words; undefined if the value is valid. */
export type Check = (value: string) => string | undefined;

/** ISO 7064 MOD 97-10, with letters as two digits (A = 10 … Z = 35). The remainder of a valid code is 1. */
const mod97 = (code: string): bigint =>
  BigInt([...code].map((character) => String(parseInt(character, 36))).join('')) % 97n;

/** ISO 17442: twenty letters and digits, of which the last two are check digits. */
export const checkLei: Check = (value) => {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(value))
    return 'an LEI has 18 letters or digits and two check digits (ISO 17442).';
  return mod97(value) === 1n
    ? undefined
    : 'its check digits are wrong (ISO 17442): compare it with the source.';
};

/** ISO 6166: country, nine letters or digits, check digit. */
export const checkIsin: Check = (value) =>
  /^[A-Z]{2}[A-Z0-9]{9}\d$/.test(value) && isinDigitFits(value)
    ? undefined
    : 'not an ISIN: two letters, nine letters or digits and a check digit that fits (ISO 6166), as US0378331005.';

/** The Luhn check, with letters as two digits. */
const isinDigitFits = (value: string): boolean => {
  const digits = [...value]
    .flatMap((character) => [...String(parseInt(character, 36))].map(Number))
    .reverse();
  const sum = digits.reduce((total, digit, index) => {
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
};

/** OpenFIGI: BBG and nine more characters, without vowels, so that no code is a word. */
export const checkFigi: Check = (value) =>
  /^(?!BS|BM|GG|GB|GH|KY|VG)[B-DF-HJ-NP-TV-Z]{2}G[B-DF-HJ-NP-TV-Z0-9]{8}\d$/.test(value)
    ? undefined
    : 'not a FIGI: twelve characters as BBG000B9XRY4.';

/** ISO 10383. */
export const checkMic: Check = (value) =>
  MARKET_IDENTIFIER_CODES.has(value)
    ? undefined
    : 'not a known market identifier code (ISO 10383), as XNAS or XLON. A code that is missing is added in src/api/ticker/market-identifier-codes.ts.';

// `Intl.supportedValuesOf` is not used, because it has currencies that no longer exist.
const CURRENCIES: ReadonlySet<string> = new Set(currencyCodes());
const HUNDREDTHS: Readonly<Record<string, string>> = { GBX: 'GBP', ZAC: 'ZAR', ILA: 'ILS' };

/** ISO 4217. */
export const checkCurrency: Check = (value) => {
  const major = HUNDREDTHS[value];
  if (major) return `a hundredth, not a currency: give ${major}; the market's unit is kept with each quote.`;
  return CURRENCIES.has(value) ? undefined : 'not a currency code (ISO 4217), as USD or EUR.';
};

/** ISO 3166-1 alpha-2. */
export const checkCountry: Check = (value) =>
  /^[A-Z]{2}$/.test(value) && countries.isValid(value)
    ? undefined
    : 'not a country code (ISO 3166-1), as US or GB.';

/** The canonical form: upper case, with a dot before the share class. */
export const checkSymbol: Check = (value) =>
  isSymbol(value)
    ? undefined
    : 'not a symbol: letters and digits, a share class behind a dot, as MSFT or BRK.B.';

export const checkWebsite: Check = (value) =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? undefined
    : 'not a web address: begin it with https://.';
