export interface Labels {
  draft: string;
  quotes: string;
  noQuotes: string;
  captured: (time: string) => string;
  late: (time: string) => string;
  pending: string;
  unavailable: string;
  toCapture: string;
  photo: (credit: string) => string;
}

const LABELS: Readonly<Record<string, Labels>> = {
  en: {
    draft: 'Draft: readers do not see this yet.',
    quotes: 'Recent Quotes',
    noQuotes: 'No quotes at the moment.',
    captured: (time) => `As of ${time}, captured at publication`,
    late: (time) => `As of ${time}, captured after publication`,
    pending: 'quote pending',
    unavailable: 'quote unavailable',
    toCapture: 'quote at publication',
    photo: (credit) => `Photo: ${credit}`,
  },
  es: {
    draft: 'Borrador: los lectores aún no lo ven.',
    quotes: 'Cotizaciones recientes',
    noQuotes: 'No hay cotizaciones en este momento.',
    captured: (time) => `A las ${time}, capturada al publicar`,
    late: (time) => `A las ${time}, capturada después de publicar`,
    pending: 'cotización pendiente',
    unavailable: 'cotización no disponible',
    toCapture: 'cotización al publicar',
    photo: (credit) => `Foto: ${credit}`,
  },
  fr: {
    draft: 'Brouillon : les lecteurs ne le voient pas encore.',
    quotes: 'Cours récents',
    noQuotes: 'Aucun cours pour le moment.',
    captured: (time) => `À ${time}, capturé à la publication`,
    late: (time) => `À ${time}, capturé après la publication`,
    pending: 'cours en attente',
    unavailable: 'cours indisponible',
    toCapture: 'cours à la publication',
    photo: (credit) => `Photo : ${credit}`,
  },
  de: {
    draft: 'Entwurf: Leser sehen ihn noch nicht.',
    quotes: 'Aktuelle Kurse',
    noQuotes: 'Zurzeit keine Kurse.',
    captured: (time) => `Stand ${time}, bei Veröffentlichung erfasst`,
    late: (time) => `Stand ${time}, nach Veröffentlichung erfasst`,
    pending: 'Kurs steht aus',
    unavailable: 'Kurs nicht verfügbar',
    toCapture: 'Kurs bei Veröffentlichung',
    photo: (credit) => `Foto: ${credit}`,
  },
};

const ENGLISH = LABELS.en as Labels;

/** The page's own words in an article's language, or in English. */
export const labelsIn = (locale: string): Labels => LABELS[locale.split('-')[0] ?? ''] ?? ENGLISH;
