import type { Core } from '@strapi/strapi';
import { rulesValidator } from './validate-by-rules';
import type { PublicationValidator } from './validator';

/**
 * The checks that may refuse a publication. Each creates the validator for one publication, or returns undefined if the
 * configuration leaves nothing to check.
 */
const VALIDATORS: readonly ((strapi: Core.Strapi) => PublicationValidator | undefined)[] = [rulesValidator];

/** The validators for a publication before it is written; empty if nothing can refuse it. */
export const publicationValidators = (strapi: Core.Strapi): PublicationValidator[] =>
  VALIDATORS.flatMap((judge) => judge(strapi) ?? []);
