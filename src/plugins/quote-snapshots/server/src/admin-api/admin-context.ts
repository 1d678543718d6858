/** A person of the admin, as Strapi puts them on a request. */
export interface AdminUser {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** As much of a request of the admin UI as the actions use. */
export interface AdminContext {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  state: { userAbility: unknown; user: AdminUser };
  body: unknown;
  /** Headers of the answer, as Koa sets them. */
  set(name: string, value: string): void;
  attachment(filename: string): void;
  type: string;
}
