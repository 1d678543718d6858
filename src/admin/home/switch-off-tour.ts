/** Where Strapi's admin keeps how far somebody is with its guided tour. */
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
 * Switches Strapi's guided tour off in this browser. It shows how to make content types, stands above everything else on the home
 * page, and lies over the lists; Strapi has no setting for it (`tutorials: false` is about its videos), and reads this when the
 * admin starts.
 */
export const switchOffTour = (storage: Storage): void =>
  storage.setItem(TOUR, JSON.stringify({ ...read(storage), enabled: false }));
