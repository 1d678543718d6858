import { switchOffTour } from '../../../src/admin/home/switch-off-tour';

/** What a browser's storage does, in memory. */
const storageWith = (stored?: string): Storage => {
  const items = new Map(stored === undefined ? [] : [['STRAPI_GUIDED_TOUR', stored]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as Storage;
};
const stateOf = (storage: Storage) => JSON.parse(storage.getItem('STRAPI_GUIDED_TOUR') ?? 'null');

describe('Strapi’s guided tour', () => {
  it.each([undefined, 'true', 'null', '{"enabled":true}', '{broken'])(
    'is off where there was %j',
    (stored) => {
      const storage = storageWith(stored);
      switchOffTour(storage);
      expect(stateOf(storage)).toMatchObject({ enabled: false });
    },
  );

  it('keeps how far somebody is', () => {
    const storage = storageWith('{"enabled":true,"completedActions":["a"]}');
    switchOffTour(storage);
    expect(stateOf(storage)).toEqual({ enabled: false, completedActions: ['a'] });
  });
});
