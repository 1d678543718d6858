import type { Core } from '@strapi/strapi';
import { contentTypes as contentTypeTools } from '@strapi/utils';
import { grantOnce, wasEverGranted } from './grant-once';
import { ROLES, type NewsroomRole, type RolePermission } from './roles';

interface AdminServices {
  role: {
    findOne(where: { code: string }): Promise<{ id: number } | null>;
    create(role: { code: string; name: string; description: string }): Promise<{ id: number }>;
    addPermissions(roleId: number, permissions: object[]): Promise<unknown>;
  };
  permission: { actionProvider: { get(actionId: string): unknown } };
  'content-type': { getNestedFields(model: unknown, options: { components: unknown }): string[] };
}

const admin = <Name extends keyof AdminServices>(strapi: Core.Strapi, name: Name): AdminServices[Name] =>
  strapi.service(`admin::${name}`) as AdminServices[Name];

const nameOf = ({ action, subject }: RolePermission): string => (subject ? `${action} ${subject}` : action);

/** Whether the type and the action exist. Those of a plugin that is switched off do not. */
const exists = (strapi: Core.Strapi, { action, subject }: RolePermission): boolean =>
  (subject === null || subject in strapi.contentTypes) &&
  Boolean(admin(strapi, 'permission').actionProvider.get(action));

const WRITING = /\.(create|update)$/;

/** Every field and every locale to which the action applies, in the form in which roles store them. */
const properties = (
  strapi: Core.Strapi,
  locales: readonly string[],
  { action, subject }: RolePermission,
): Record<string, readonly string[]> => {
  const model = Object.values(strapi.contentTypes).find(({ uid }) => uid === subject);
  if (!model) return {};
  const localized = strapi.plugin('i18n').service('content-types').isLocalizedContentType(model);
  const withLocales: Record<string, readonly string[]> = localized ? { locales } : {};
  if (/\.(delete|publish)$/.test(action)) return withLocales;
  const fields = admin(strapi, 'content-type').getNestedFields(model, { components: strapi.components });
  const writes = WRITING.test(action);
  return {
    fields: fields.filter((field) => !writes || contentTypeTools.isWritableAttribute(model, field)),
    ...withLocales,
  };
};

const grantRole = async (strapi: Core.Strapi, role: NewsroomRole): Promise<void> => {
  const existing = await admin(strapi, 'role').findOne({ code: role.code });
  // A role that an admin has deleted is not created again.
  if (!existing && (await wasEverGranted(strapi, role.code))) return;
  const { code, name, description } = role;
  const { id } = existing ?? (await admin(strapi, 'role').create({ code, name, description }));

  const locales: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  const codes = locales.map((locale) => locale.code);
  const possible = role.permissions.filter((permission) => exists(strapi, permission));
  await grantOnce(strapi, code, possible.map(nameOf), async (fresh) => {
    const permissions = possible
      .filter((permission) => fresh.has(nameOf(permission)))
      .map((permission) => ({
        action: permission.action,
        subject: permission.subject,
        properties: properties(strapi, codes, permission),
        conditions: permission.condition ? [permission.condition] : [],
      }));
    await admin(strapi, 'role').addPermissions(id, permissions);
  });
};

/**
 * Creates the newsroom's roles, and grants each the permissions that it was never granted before, see {@link grantOnce}.
 */
export const grantRoles = async (strapi: Core.Strapi): Promise<void> => {
  for (const role of ROLES) await grantRole(strapi, role);
};
