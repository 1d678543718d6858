import { MOST_INSTRUMENTS } from '../latest-quotes';
import type { SinceReason } from './compare-prices';

type Words = Readonly<Record<SinceReason, string>>;

const en: Words = {
  'no-price-at-publication': 'There is no price at publication.',
  'unknown-listing': 'Not a ticker of this newsroom.',
  'listing-ended': 'The listing is suspended or has ended.',
  'currency-differs': 'The price at publication and the price now are in different currencies.',
  split: 'The shares have been split since publication.',
  'no-quote-now': 'There is no newer quote at the moment.',
  'too-many': `At most ${MOST_INSTRUMENTS} instruments are compared at once.`,
};

const de: Words = {
  'no-price-at-publication': 'Zur Veröffentlichung gibt es keinen Kurs.',
  'unknown-listing': 'Kein Wertpapier dieser Redaktion.',
  'listing-ended': 'Die Notierung ist ausgesetzt oder beendet.',
  'currency-differs': 'Der Kurs bei Veröffentlichung und der jetzige sind in verschiedenen Währungen.',
  split: 'Die Aktie wurde seit der Veröffentlichung gesplittet.',
  'no-quote-now': 'Zurzeit gibt es keinen neueren Kurs.',
  'too-many': `Höchstens ${MOST_INSTRUMENTS} Wertpapiere werden auf einmal verglichen.`,
};

const es: Words = {
  'no-price-at-publication': 'No hay precio al publicar.',
  'unknown-listing': 'No es un valor de esta redacción.',
  'listing-ended': 'La cotización está suspendida o ha terminado.',
  'currency-differs': 'El precio al publicar y el actual están en monedas distintas.',
  split: 'Las acciones se han desdoblado desde la publicación.',
  'no-quote-now': 'No hay una cotización más reciente por ahora.',
  'too-many': `Se comparan como máximo ${MOST_INSTRUMENTS} valores a la vez.`,
};

const fr: Words = {
  'no-price-at-publication': 'Il n’y a pas de cours à la publication.',
  'unknown-listing': 'Ce titre n’est pas suivi par cette rédaction.',
  'listing-ended': 'La cotation est suspendue ou terminée.',
  'currency-differs': 'Le cours à la publication et le cours actuel sont dans des devises différentes.',
  split: 'L’action a été divisée depuis la publication.',
  'no-quote-now': 'Il n’y a pas de cours plus récent pour le moment.',
  'too-many': `Au plus ${MOST_INSTRUMENTS} titres sont comparés à la fois.`,
};

const WORDS: Readonly<Record<string, Words>> = { en, de, es, fr };

/** Why two prices are not compared, in the language of a locale (German for `de-CH`). In English if that language is missing. */
export const sinceReasonText = (code: SinceReason, locale: string | null | undefined): string => {
  const language = (locale ?? '').split('-')[0]?.toLowerCase() ?? '';
  const words = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  return (words ?? en)[code];
};
