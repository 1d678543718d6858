import { RETRACT } from '../retraction/retract-permission';
import { ARTICLE, ARTICLE_ACT, DISCLAIMER, SNAPSHOT, TICKER, WORDING } from '../type-names';

const COMPANY = 'api::company.company';

/** Strapi's condition that the user created the entry. */
const OWN = 'admin::is-creator';

/** A permission of the admin UI. A permission on content covers all of its fields, in all locales. */
export interface RolePermission {
  action: string;
  /** The content type, for a permission on content. */
  subject: string | null;
  condition: string | null;
}

export interface NewsroomRole {
  /** Strapi's identifier, which does not change when an admin renames the role. */
  code: string;
  name: string;
  description: string;
  permissions: readonly RolePermission[];
}

type ContentAction = 'create' | 'read' | 'update' | 'delete' | 'publish';

const content = (
  subject: string,
  actions: readonly ContentAction[],
  condition: string | null = null,
): RolePermission[] =>
  actions.map((action) => ({ action: `plugin::content-manager.explorer.${action}`, subject, condition }));

const may = (action: string, condition: string | null = null): RolePermission => ({
  action,
  subject: null,
  condition,
});

const readsTheRecord = [...content(WORDING, ['read']), ...content(SNAPSHOT, ['read'])];
const looksAtQuotes = may('plugin::quote-snapshots.snapshots.read');
const looksAtFiles = may('plugin::upload.read');
const bringsFiles = [
  may('plugin::upload.assets.create'),
  may('plugin::upload.assets.download'),
  may('plugin::upload.assets.copy-link'),
];

/**
 * The newsroom's roles, in addition to Strapi's own. docs/roles.md is generated from this list.
 *
 * Strapi creates an "Editor" on every new database, which may change all content, disclaimers included. Names of roles are unique,
 * so ours is the "Newsroom Editor".
 */
export const ROLES: readonly NewsroomRole[] = [
  {
    code: 'newsroom-reporter',
    name: 'Reporter',
    description: 'Writes drafts: sees and changes their own articles, and publishes none.',
    permissions: [
      ...content(ARTICLE, ['create']),
      ...content(ARTICLE, ['read', 'update'], OWN),
      ...content(COMPANY, ['read']),
      ...content(TICKER, ['read']),
      ...content(DISCLAIMER, ['read']),
      ...readsTheRecord,
      looksAtQuotes,
      looksAtFiles,
      ...bringsFiles,
      may('plugin::upload.assets.update', OWN),
    ],
  },
  {
    code: 'newsroom-editor',
    name: 'Newsroom Editor',
    description:
      'Edits, publishes and retracts all articles, keeps companies and tickers, and has quotes captured again.',
    permissions: [
      ...content(ARTICLE, ['create', 'read', 'update', 'delete', 'publish']),
      ...content(COMPANY, ['create', 'read', 'update', 'delete']),
      ...content(TICKER, ['create', 'read', 'update', 'delete']),
      ...content(DISCLAIMER, ['read']),
      ...readsTheRecord,
      looksAtQuotes,
      may('plugin::quote-snapshots.snapshots.recapture'),
      may(RETRACT),
      looksAtFiles,
      ...bringsFiles,
      may('plugin::upload.assets.update'),
    ],
  },
  {
    code: 'newsroom-compliance',
    name: 'Compliance',
    description:
      'Keeps the disclaimers and voids quotes; reads every article and its list of acts, and changes none.',
    permissions: [
      ...content(DISCLAIMER, ['create', 'read', 'update', 'delete', 'publish']),
      ...content(ARTICLE, ['read']),
      ...content(COMPANY, ['read']),
      ...content(TICKER, ['read']),
      ...readsTheRecord,
      ...content(ARTICLE_ACT, ['read']),
      looksAtQuotes,
      may('plugin::quote-snapshots.snapshots.void'),
      looksAtFiles,
    ],
  },
];
