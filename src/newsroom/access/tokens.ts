import { PUBLIC_ACTIONS } from './public-permissions';

/** Lets its holder read drafts over the content API, with `status=draft` or `/api/articles/:id/draft`. */
export const READ_DRAFTS = 'api::article.article.findDraft';

/** An API token that one command makes. */
export interface TokenKind {
  name: string;
  description: string;
  actions: readonly string[];
}

/** What the website needs, and what its preview needs; docs/roles.md is written from this list. */
export const TOKENS: Readonly<Record<'frontend' | 'preview', TokenKind>> = {
  frontend: {
    name: 'Frontend (read)',
    description: 'For the website: reads what is published.',
    actions: PUBLIC_ACTIONS,
  },
  preview: {
    name: 'Preview (drafts)',
    description: 'For the preview of the website: reads what is published, and drafts.',
    actions: [...PUBLIC_ACTIONS, READ_DRAFTS],
  },
};

export type TokenName = keyof typeof TOKENS;
