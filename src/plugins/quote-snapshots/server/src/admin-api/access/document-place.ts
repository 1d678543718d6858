/** A document in one locale. */
export interface DocumentPlace {
  documentId: string;
  /** Null if the type is not localized. */
  locale: string | null;
}

/** Documents of one type in one locale. */
export interface DocumentPlaces {
  documentIds: string[];
  /** Null if the type is not localized. */
  locale: string | null;
}
