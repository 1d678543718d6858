import { SNAPSHOTS_ATTRIBUTE } from '../plugin-names';

/** Whether a populate parameter, in any of Strapi's forms, names the snapshots of the document itself. */
export const asksForSnapshots = (populate: unknown): boolean => {
  if (populate === '*' || populate === true) return true;
  if (typeof populate === 'string') return asksForSnapshots(populate.split(','));
  if (Array.isArray(populate)) {
    return populate.some(
      (name) => name === '*' || (typeof name === 'string' && name.trim() === SNAPSHOTS_ATTRIBUTE),
    );
  }
  if (typeof populate !== 'object' || populate === null) return false;
  const options = (populate as Record<string, unknown>)[SNAPSHOTS_ATTRIBUTE];
  return options !== undefined && options !== false && options !== 'false';
};
