import type { Core, Struct } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

const READ = 'plugin::content-manager.explorer.read';

interface Field {
  label: string;
  value: string;
}

/** The table of content types in the roles screen, while it is being built. */
interface RolesSection {
  actions: { actionId: string; subjects?: string[] }[];
  subjects: { uid: string; label: string; properties: (Field & { children: Field[] })[] }[];
}

interface SectionsBuilder {
  addHandler(section: string, handler: (context: RolesContext) => void): unknown;
}

interface RolesContext {
  action: { actionId: string; subjects?: string[] };
  section: RolesSection;
}

const fieldsOf = (model: Struct.ContentTypeSchema): Field[] =>
  Object.keys(model.attributes)
    .filter((name) => contentTypes.isVisibleAttribute(model, name))
    .map((name) => ({ label: name, value: name }));

/**
 * Lists a content type in the roles screen with the permission to read it, although the content manager does not show the type.
 * Strapi leaves such types out, and when a role is saved there it removes every permission that the screen does not list.
 *
 * Uses `sectionsBuilder` of `admin::permission`, as the i18n plugin does (private). If it is missing, a warning says that saving a
 * role removes the permission. Nobody is shown more than before.
 */
export const showInRoles = (strapi: Core.Strapi, uid: string): void => {
  const builder = (
    strapi.service('admin::permission') as { sectionsBuilder?: Partial<SectionsBuilder> } | undefined
  )?.sectionsBuilder;
  const model = Object.values(strapi.contentTypes).find((type) => type.uid === uid);
  if (typeof builder?.addHandler !== 'function' || !model) {
    strapi.log.warn(
      `The roles screen cannot list ${uid}: whoever saves a role there takes its permission to read it.`,
    );
    return;
  }
  builder.addHandler('collectionTypes', ({ action, section }: RolesContext) => {
    if (action.actionId !== READ || !action.subjects?.includes(uid)) return;
    const read = section.actions.find(({ actionId }) => actionId === READ);
    if (read?.subjects && !read.subjects.includes(uid)) read.subjects.push(uid);
    if (section.subjects.some((subject) => subject.uid === uid)) return;
    section.subjects.push({
      uid,
      label: model.info.singularName,
      properties: [{ label: 'Fields', value: 'fields', children: fieldsOf(model) }],
    });
  });
};
