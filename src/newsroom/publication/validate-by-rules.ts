import type { Core } from '@strapi/strapi';
import { factsOfVersion } from './article-facts';
import type { PublicationValidator } from './validator';
import { publicationRefusal } from './publication-refusal';
import { checkRules, RULES, type RuleLevels } from '../rules/rules';

/** Refuses an article that breaks a rule with the level "block". Undefined if no rule has that level. */
export const rulesValidator = (strapi: Core.Strapi): PublicationValidator | undefined => {
  const levels = strapi.config.get<RuleLevels>('newsroom.rules');
  if (!RULES.some((rule) => levels[rule] === 'block')) return undefined;
  return async (article) => {
    const findings = checkRules(await factsOfVersion(strapi, article), levels);
    const blocks = findings.filter(({ level }) => level === 'block');
    if (blocks.length > 0) throw publicationRefusal(article.locale, blocks);
  };
};
