/** As much of a request of the admin UI as the actions use. */
export interface AdminContext {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  state: { userAbility: unknown; user: { id: number } };
  body: unknown;
}
