import type { Struct } from '@strapi/strapi';

type Model = Pick<Struct.ContentTypeSchema, 'attributes'> | Pick<Struct.ComponentSchema, 'attributes'>;

/** A component that holds itself would populate without end; Strapi's editor nests far less. */
const DEEPEST_COMPONENT = 8;

/**
 * What to populate so that an entry carries all of its text: components and dynamic zones, all the way down.
 *
 * @param modelOf gives the schema of a component
 */
export const populateText = (
  model: Model,
  modelOf: (uid: string) => Model,
  depth = 0,
): Record<string, object> => {
  if (depth > DEEPEST_COMPONENT) return {};
  const nested = (uid: string) => ({ populate: populateText(modelOf(uid), modelOf, depth + 1) });
  const populate: Record<string, object> = {};
  for (const [name, attribute] of Object.entries(model.attributes)) {
    if (attribute.type === 'component') populate[name] = nested(attribute.component);
    if (attribute.type === 'dynamiczone')
      populate[name] = { on: Object.fromEntries(attribute.components.map((uid) => [uid, nested(uid)])) };
  }
  return populate;
};
