import type { ArticleTimes } from './article-times';

/** What is to be done with a draft now. */
export type Decision = 'publish' | 'unpublish' | 'both-passed' | 'nothing';

/**
 * Decides by the instants of a draft. Where both have passed, the newsroom was down meanwhile: what was to be over by now does
 * not go out any more. Pure.
 *
 * @param now by the database's clock
 */
export const decideDue = (
  { publishAt, unpublishAt }: Pick<ArticleTimes, 'publishAt' | 'unpublishAt'>,
  now: Date,
): Decision => {
  const toPublish = publishAt !== null && publishAt <= now;
  const toUnpublish = unpublishAt !== null && unpublishAt <= now;
  if (toPublish) return toUnpublish ? 'both-passed' : 'publish';
  return toUnpublish ? 'unpublish' : 'nothing';
};
