import type { Struct } from '@strapi/strapi';

type Model = Pick<Struct.ContentTypeSchema, 'attributes'> | Pick<Struct.ComponentSchema, 'attributes'>;

/**
 * The depth at which populating stops. A component that contains itself would otherwise be populated without end. The editor of
 * Strapi nests components far less deeply.
 */
const DEEPEST_COMPONENT = 8;

/**
 * The `populate` parameter that reads an entry with all of its text: its components and dynamic zones, and those nested in them.
 *
 * @param modelOf returns the schema of a component
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
