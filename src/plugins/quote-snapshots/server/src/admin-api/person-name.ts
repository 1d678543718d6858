import type { AdminUser } from './admin-context';

/** What a person of the admin is called in the record. It is kept as text: the record outlives the account. */
export const personName = ({ id, firstname, lastname, username }: AdminUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || `admin user ${id}`;
