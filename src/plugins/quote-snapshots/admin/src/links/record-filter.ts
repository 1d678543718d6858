import { PLUGIN_ID } from '../plugin-id';

/** The filters of the record's page. They have the same names in its address and in requests to the server. */
export const FILTERS = ['listing', 'document', 'state', 'reason', 'provider', 'from', 'to'] as const;

export type FilterName = (typeof FILTERS)[number];
export type RecordFilter = Partial<Record<FilterName, string>>;

export interface RecordView {
  filter: RecordFilter;
  order: 'newest' | 'oldest';
  /** From 1. */
  page: number;
}

/** Reads the filters from an address. A filter that is missing in it is not applied. */
export const readView = (address: URLSearchParams): RecordView => {
  const given = FILTERS.flatMap((name) => {
    const value = address.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  const page = Number(address.get('page'));
  return {
    filter: Object.fromEntries(given),
    order: address.get('order') === 'oldest' ? 'oldest' : 'newest',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

/** The address of a view. Values that are the default are left out. */
export const writeView = ({ filter, order, page }: RecordView): Record<string, string> => ({
  ...Object.fromEntries(FILTERS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))),
  ...(order === 'newest' ? {} : { order }),
  ...(page === 1 ? {} : { page: String(page) }),
});

/** The address of the record's page in the admin UI, with filters. */
export const recordAddress = (filter: RecordFilter = {}): string => {
  const query = new URLSearchParams(writeView({ filter, order: 'newest', page: 1 })).toString();
  return `/plugins/${PLUGIN_ID}${query ? `?${query}` : ''}`;
};
