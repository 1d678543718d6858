/** A document in one locale. */
export interface DocumentPlace {
  documentId: string;
  /** Null where the type is not localized. */
  locale: string | null;
}

/** Documents of one type in one locale. */
export interface DocumentPlaces {
  documentIds: string[];
  /** Null where the type is not localized. */
  locale: string | null;
}
