import type { Core } from '@strapi/strapi';
import { judgeByRules } from './validate-by-rules';
import type { ArticleText } from './read-articles';

/** Looks at an article as it would be published in one locale. Refuses the publication by throwing. */
export type Judge = (article: ArticleText) => Promise<void>;

/**
 * Whoever has a say in whether an article may be published. Each gives the judge of one publication, or undefined where
 * nothing is to be judged as the newsroom is configured now.
 */
const JUDGES: readonly ((strapi: Core.Strapi) => Judge | undefined)[] = [judgeByRules];

/** The judges of a publication that is about to be written; none where nothing could refuse it. */
export const judgesOf = (strapi: Core.Strapi): Judge[] => JUDGES.flatMap((judge) => judge(strapi) ?? []);
