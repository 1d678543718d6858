import { useParams } from 'react-router-dom';

/**
 * Whether the edit view shows an unsaved copy (`…/clone/:origin`, a private route). Strapi passes panels the original document,
 * whose snapshots do not belong to the copy.
 */
export const useIsClone = (): boolean => useParams<{ origin?: string }>().origin !== undefined;
