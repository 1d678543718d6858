import type { AdminUser } from './admin-context';

/** The name of a user for the record. It is stored as text, because the record is kept after the account is deleted. */
export const personName = ({ id, firstname, lastname, username }: AdminUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || `admin user ${id}`;
