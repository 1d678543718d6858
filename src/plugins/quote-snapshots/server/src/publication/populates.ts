/** Whether a populate parameter, in any form that Strapi accepts, names an attribute of the document itself. */
export const populates = (populate: unknown, attribute: string): boolean => {
  if (populate === '*' || populate === true) return true;
  if (typeof populate === 'string') return populates(populate.split(','), attribute);
  if (Array.isArray(populate)) {
    return populate.some((name) => name === '*' || (typeof name === 'string' && name.trim() === attribute));
  }
  if (typeof populate !== 'object' || populate === null) return false;
  const options = (populate as Record<string, unknown>)[attribute];
  return options !== undefined && options !== false && options !== 'false';
};
