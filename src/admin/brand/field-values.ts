import de from '../translations/de.json';
import en from '../translations/en.json';
import es from '../translations/es.json';
import fr from '../translations/fr.json';

type Values = Readonly<Record<string, string>>;

const kindsOf = (texts: typeof en): Values => ({
  news: texts['kind.news'],
  analysis: texts['kind.analysis'],
  opinion: texts['kind.opinion'],
  'press-release': texts['kind.press-release'],
});

/**
 * The names of the choices in the newsroom's fields, by the stored value. Strapi uses the value as the id of the translation.
 */
export const FIELD_VALUES: Readonly<Record<'en' | 'de' | 'fr' | 'es', Values>> = {
  en: {
    ...kindsOf(en),
    equity: 'Share',
    adr: 'ADR',
    etf: 'ETF',
    preferred: 'Preferred share',
    warrant: 'Warrant',
    unit: 'Unit',
    right: 'Subscription right',
    index: 'Index',
    fund: 'Fund',
    crypto: 'Cryptocurrency',
    other: 'Other',
    active: 'Active',
    suspended: 'Suspended',
    delisted: 'Delisted',
    'every-article': 'Every article',
    'articles-with-quotes': 'Articles with quotes',
    chosen: 'Articles that choose it',
  },
  de: {
    ...kindsOf(de),
    equity: 'Aktie',
    adr: 'ADR',
    etf: 'ETF',
    preferred: 'Vorzugsaktie',
    warrant: 'Optionsschein',
    unit: 'Einheit (Unit)',
    right: 'Bezugsrecht',
    index: 'Index',
    fund: 'Fonds',
    crypto: 'Kryptowährung',
    other: 'Sonstiges',
    active: 'Aktiv',
    suspended: 'Ausgesetzt',
    delisted: 'Eingestellt',
    'every-article': 'Alle Artikel',
    'articles-with-quotes': 'Artikel mit Kursen',
    chosen: 'Artikel, für die er gewählt ist',
  },
  fr: {
    ...kindsOf(fr),
    equity: 'Action',
    adr: 'ADR',
    etf: 'ETF',
    preferred: 'Action de préférence',
    warrant: 'Warrant',
    unit: 'Unité',
    right: 'Droit de souscription',
    index: 'Indice',
    fund: 'Fonds',
    crypto: 'Cryptomonnaie',
    other: 'Autre',
    active: 'Active',
    suspended: 'Suspendue',
    delisted: 'Radiée',
    'every-article': 'Tous les articles',
    'articles-with-quotes': 'Articles avec cours',
    chosen: 'Articles qui la choisissent',
  },
  es: {
    ...kindsOf(es),
    equity: 'Acción',
    adr: 'ADR',
    etf: 'ETF',
    preferred: 'Acción preferente',
    warrant: 'Warrant',
    unit: 'Unidad',
    right: 'Derecho de suscripción',
    index: 'Índice',
    fund: 'Fondo',
    crypto: 'Criptomoneda',
    other: 'Otro',
    active: 'Activo',
    suspended: 'Suspendido',
    delisted: 'Excluido',
    'every-article': 'Todos los artículos',
    'articles-with-quotes': 'Artículos con cotizaciones',
    chosen: 'Artículos que lo eligen',
  },
};
