import { PLUGIN_ID } from '../plugin-id';

/** What the page of the record can be asked for: the names in its address, which the server takes as well. */
export const FILTERS = ['listing', 'document', 'state', 'reason', 'provider', 'from', 'to'] as const;

export type FilterName = (typeof FILTERS)[number];
export type RecordFilter = Partial<Record<FilterName, string>>;

export interface RecordView {
  filter: RecordFilter;
  order: 'newest' | 'oldest';
  /** From 1. */
  page: number;
}

/** What an address asks for. What it does not name is not filtered. */
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

/** The address of a view; what is as usual is left out. */
export const writeView = ({ filter, order, page }: RecordView): Record<string, string> => ({
  ...Object.fromEntries(FILTERS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))),
  ...(order === 'newest' ? {} : { order }),
  ...(page === 1 ? {} : { page: String(page) }),
});

/** The place of the page of the record in the admin, with what it is to show. */
export const recordAddress = (filter: RecordFilter = {}): string => {
  const query = new URLSearchParams(writeView({ filter, order: 'newest', page: 1 })).toString();
  return `/plugins/${PLUGIN_ID}${query ? `?${query}` : ''}`;
};
