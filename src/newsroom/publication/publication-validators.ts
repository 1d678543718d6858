import type { Core } from '@strapi/strapi';
import { rulesValidator } from './validate-by-rules';
import type { PublicationValidator } from './validator';

/**
 * What may refuse a publication. Each makes the validator of one publication, or returns undefined where the configuration
 * leaves nothing to validate.
 */
const VALIDATORS: readonly ((strapi: Core.Strapi) => PublicationValidator | undefined)[] = [rulesValidator];

/** The validators of a publication that is about to be written; none where nothing can refuse it. */
export const publicationValidators = (strapi: Core.Strapi): PublicationValidator[] =>
  VALIDATORS.flatMap((judge) => judge(strapi) ?? []);
