import type { Core } from '@strapi/strapi';

type Id = number | string;
type Method<Args extends unknown[]> = (...args: Args) => Promise<unknown>;

/** A database row of a file or a folder. */
export type Stored = Record<string, unknown> & { id: Id; name: string };

/** The services that change files and folders. The admin API, the content API and MCP all use them. */
export interface UploadServices {
  upload: {
    upload: Method<[input: { data?: Record<string, unknown> }, ...rest: unknown[]]>;
    replace: Method<[id: Id, ...rest: unknown[]]>;
    remove: Method<[file: Stored, ...rest: unknown[]]>;
    updateFileInfo: Method<[id: Id, info: Record<string, unknown>, ...rest: unknown[]]>;
  };
  file: { deleteByIds: Method<[ids?: Id[], ...rest: unknown[]]> };
  folder: {
    deleteByIds: Method<[ids?: Id[], ...rest: unknown[]]>;
    update: Method<[id: Id, changes: Record<string, unknown>, ...rest: unknown[]]>;
  };
}

/** Checks of a call, run before the service's own method. They refuse by throwing. */
export type UploadGuards = {
  [Service in keyof UploadServices]: {
    [Name in keyof UploadServices[Service]]: UploadServices[Service][Name] extends Method<infer Args>
      ? (...args: Args) => Promise<void> | void
      : never;
  };
};

/**
 * Calls a check before every change of a file or folder.
 *
 * Leans on: the names and first arguments of these methods, and on the upload plugin calling them through
 * `strapi.plugin('upload').service(…)`. Fails closed: the boot stops if a method is missing. Noticed by
 * tests/regressions/a-published-photo-was-replaced.ts, over REST, the admin API and MCP.
 *
 * @throws Error that names the missing method
 */
export const guardUploadServices = (strapi: Core.Strapi, guards: UploadGuards): void => {
  for (const [name, methods] of Object.entries(guards)) {
    const service = strapi.plugin('upload').service<Record<string, Method<unknown[]> | undefined>>(name);
    for (const [method, guard] of Object.entries(methods)) {
      const original = service[method]?.bind(service);
      if (!original) {
        throw new Error(
          `The upload plugin has no method ${name}.${method}: see what took its place, and guard it.`,
        );
      }
      service[method] = async (...args) => {
        await (guard as (...given: unknown[]) => Promise<void> | void)(...args);
        return original(...args);
      };
    }
  }
};
