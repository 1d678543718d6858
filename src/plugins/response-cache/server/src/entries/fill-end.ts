/** How a fill ended, for those who waited for it. `abandoned`: its client has gone, which says nothing of the answer. */
export type FillEnd = 'stored' | 'not-stored' | 'abandoned';
