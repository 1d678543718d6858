import type { Core } from '@strapi/strapi';
import { rulesValidator } from './validate-by-rules';
import type { PublicationValidator } from './validator';

/**
 * Whoever has a say in whether an article may be published. Each gives the judge of one publication, or undefined where
 * nothing is to be judged as the newsroom is configured now.
 */
const VALIDATORS: readonly ((strapi: Core.Strapi) => PublicationValidator | undefined)[] = [rulesValidator];

/** The judges of a publication that is about to be written; none where nothing could refuse it. */
export const publicationValidators = (strapi: Core.Strapi): PublicationValidator[] =>
  VALIDATORS.flatMap((judge) => judge(strapi) ?? []);
