import { useParams } from 'react-router-dom';

/**
 * Whether the edit view shows a copy that is not saved yet (`…/clone/:origin`, a private route). Strapi hands panels the
 * document that it is copied from, whose snapshots are none of the copy's.
 */
export const useIsClone = (): boolean => useParams<{ origin?: string }>().origin !== undefined;
