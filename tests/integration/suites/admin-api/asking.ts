import type { Core } from '@strapi/strapi';
import { createAdminUser, mayWith, type AdminUser } from '../../../support/admin-user';
import { ARTICLE, body } from '../../../support/articles';
import type { Newsroom } from '../../../support/newsroom';

export const COMPANY = 'api::company.company';
export const TICKER = 'api::ticker.ticker';

const READ = { action: 'plugin::quote-snapshots.snapshots.read' };

/** People with less than a super admin's rights. */
export interface People {
  /** Reads every article and its snapshots. */
  reader: AdminUser;
  /** Writes and publishes articles, and reads their own. */
  author: AdminUser;
  /** Reads and changes articles, and no snapshots. */
  outsider: AdminUser;
}

export const createPeople = async (strapi: Core.Strapi): Promise<People> => ({
  reader: await createAdminUser(strapi, 'reader', [READ, ...mayWith(strapi, ARTICLE, ['read'])]),
  author: await createAdminUser(strapi, 'author', [
    READ,
    ...mayWith(strapi, ARTICLE, ['create', 'read', 'update', 'publish'], ['admin::is-creator']),
  ]),
  outsider: await createAdminUser(strapi, 'outsider', mayWith(strapi, ARTICLE, ['read', 'update'])),
});

/** What the tests of the plugin's admin API have at hand. */
export interface AdminApi {
  newsroom: () => Newsroom;
  people: () => People;
}

/** Requests to the plugin's admin API, as a super admin, or whoever has the token. */
export const admin = ({ adminToken, http }: Newsroom, token = adminToken) => ({
  get: (path: string) => http().get(`/quote-snapshots${path}`).set('Authorization', `Bearer ${token}`),
  post: (path: string, sent: object) =>
    http().post(`/quote-snapshots${path}`).set('Authorization', `Bearer ${token}`).send(sent),
});

/** An article in the form, as the panel sends it. */
export const draft = (text: string, more: object = {}) => ({
  model: ARTICLE,
  entry: { title: 'Draft', body: body(text) },
  connect: [],
  disconnect: [],
  ...more,
});
