/** The key under which Strapi's admin stores the user's progress in its guided tour. */
const TOUR = 'STRAPI_GUIDED_TOUR';

type Stored = Record<string, unknown>;

const read = (storage: Storage): Stored => {
  try {
    const stored: unknown = JSON.parse(storage.getItem(TOUR) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Stored) : {};
  } catch {
    return {};
  }
};

/**
 * Switches off Strapi's guided tour in this browser. The tour explains how to create content types, stands at the top of the home
 * page, and covers the lists. Strapi has no setting for it (`tutorials: false` concerns videos), but reads this storage when the
 * admin starts.
 */
export const switchOffTour = (storage: Storage): void =>
  storage.setItem(TOUR, JSON.stringify({ ...read(storage), enabled: false }));
