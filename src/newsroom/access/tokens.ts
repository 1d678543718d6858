import { PUBLIC_ACTIONS } from './public-permissions';

/** Allows reading drafts over the content API, with `status=draft` or `/api/articles/:id/draft`. */
export const READ_DRAFTS = 'api::article.article.findDraft';

/** An API token that a command creates. */
export interface TokenKind {
  name: string;
  description: string;
  actions: readonly string[];
}

/** The tokens for the website and for its preview. docs/roles.md is generated from this list. */
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
