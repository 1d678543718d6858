/**
 * How a fill ended, for the requests that waited for it. `abandoned`: its client disconnected, which says nothing about the answer.
 */
export type FillEnd = 'stored' | 'not-stored' | 'abandoned';
