/** A user of the admin UI, as Strapi stores them in a request. */
export interface AdminUser {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** The parts of an admin UI request that the actions use. */
export interface AdminContext {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  state: { userAbility: unknown; user: AdminUser };
  body: unknown;
  /** Sets a header of the answer, as in Koa. */
  set(name: string, value: string): void;
  attachment(filename: string): void;
  type: string;
}
