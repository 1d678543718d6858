import { errors } from '@strapi/utils';
import { refusalDetails } from '../refusals/refusal-details';
import type { RefusalReason } from '../refusals/refusal-reason';
import type { LastPublication } from './publication-history';

/**
 * A retraction is final: readers were told that the article is wrong, and its address keeps saying so.
 *
 * @throws ValidationError for an article that was retracted in this locale
 */
export const refuseIfRetracted = (last: LastPublication | undefined, locale: string): void => {
  if (!last?.retractedAt) return;
  const at = last.retractedAt.toISOString();
  const reason: RefusalReason = { code: 'retracted', values: { at } };
  throw new errors.ValidationError(
    `This article was retracted in “${locale}” on ${at}, and is not published again. Write a new article.`,
    {
      ...refusalDetails('notPublished', { locale }),
      errors: [
        { path: ['retractedAt'], name: 'ValidationError', message: 'The article was retracted.', reason },
      ],
    },
  );
};
