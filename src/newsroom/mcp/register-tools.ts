import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { ARTICLE } from '../type-names';
import { checkArticle } from './check-article';
import { answerWith } from './tool-caller';
import { writeArticle } from './write-article';

/** Longer than any article. */
const LONGEST_TEXT = 200_000;

const documentId = z.string().min(1).max(255);
const locale = z.string().min(2).max(35).describe('the default locale where it is absent');
const answer = z.object({ data: z.record(z.string(), z.unknown()) });

const explorer = (act: 'create' | 'update' | 'read') => ({
  action: `plugin::content-manager.explorer.${act}`,
  subject: ARTICLE,
});

/** These fields do not publish, schedule or set a price. An input with any other field is refused. */
const written = z.strictObject({
  documentId: documentId.optional().describe('of the draft to change; a new article where it is absent'),
  locale: locale.optional(),
  title: z.string().trim().min(1).max(255).optional(),
  markdown: z
    .string()
    .max(LONGEST_TEXT)
    .optional()
    .describe('the whole body. Name listings as (NASDAQ: MSFT)'),
  summary: z.string().max(5_000).optional(),
  kind: z.enum(['news', 'analysis', 'opinion', 'press-release']).optional(),
  byline: z.string().max(255).optional(),
});

const checked = z.strictObject({ documentId, locale: locale.optional() });

/**
 * Adds the newsroom's tools to Strapi's MCP server if it is on: to write a draft, and to check it before publication. Strapi shows
 * a tool to callers with one of its permissions. The tool itself checks the rights on the article, its fields and its locale. Must
 * be called while the app registers.
 */
export const registerNewsroomTools = ({ ai }: Core.Strapi): void => {
  if (!ai.mcp.isEnabled()) return;
  ai.mcp.registerTool({
    name: 'newsroom_write_article',
    title: 'Newsroom: write an article into a draft',
    description:
      'Writes an article as Markdown into a draft: a new one, or with a documentId the draft of that article. What you leave ' +
      'out stays as it is. It is not published: a person does that, after newsroom_check_article. Write no prices: publishing ' +
      'captures a quote of each listing that the text names.',
    auth: { policies: [explorer('create'), explorer('update')] },
    resolveInputSchema: () => written,
    resolveOutputSchema: () => answer,
    createHandler:
      (strapi, { userAbility, user }) =>
      async ({ args }) =>
        answerWith(await writeArticle(strapi, { ability: userAbility, user }, args)),
  });
  ai.mcp.registerTool({
    name: 'newsroom_check_article',
    title: 'Newsroom: what publishing a draft would meet',
    description:
      'What the rules of the newsroom find in a saved draft, the disclaimers that publishing would add, and what would become ' +
      'of each listing that the text names: capture a quote, keep the snapshot that there is, or leave the mention out, and ' +
      'why. Writes nothing and publishes nothing.',
    auth: { policies: [explorer('read')] },
    resolveInputSchema: () => checked,
    resolveOutputSchema: () => answer,
    createHandler:
      (strapi, { userAbility, user }) =>
      async ({ args }) =>
        answerWith(await checkArticle(strapi, { ability: userAbility, user }, args)),
  });
};
