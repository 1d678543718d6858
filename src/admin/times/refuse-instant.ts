import type { Instants, SetField } from './article-times';

/** Why an instant is refused. The texts are under `times.refused.`. */
export type Refusal = 'past' | 'unpublish-first' | 'publish-last' | 'embargo-holds' | 'scheduled-before';

const dateOf = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/**
 * Checks before a request is sent what the server would refuse, so that the message is in the editor's language. The server
 * decides, because it also knows the other locales. Pure.
 *
 * @param now from the database's clock
 */
export const refuseInstant = (
  field: SetField,
  instant: Date,
  times: Instants,
  now: Date,
): Refusal | undefined => {
  if (instant <= now) return 'past';
  const publishAt = dateOf(times.publishAt);
  const unpublishAt = dateOf(times.unpublishAt);
  const embargoUntil = dateOf(times.embargoUntil);
  switch (field) {
    case 'publishAt':
      if (embargoUntil && instant < embargoUntil) return 'embargo-holds';
      return unpublishAt && instant >= unpublishAt ? 'publish-last' : undefined;
    case 'unpublishAt':
      return publishAt && instant <= publishAt ? 'unpublish-first' : undefined;
    case 'embargoUntil':
      return publishAt && publishAt < instant ? 'scheduled-before' : undefined;
  }
};

/** Whether a change of an embargo gives readers the article earlier, which needs a permission and a reason. */
export const isEarlierEmbargo = (before: string | null, after: Date | null, now: Date): boolean => {
  const held = dateOf(before);
  return held !== null && held > now && (after === null || after < held);
};
