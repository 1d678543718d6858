import type { Instants, SetField } from './article-times';

/** Why an instant cannot be, as the texts under `times.refused.` say it. */
export type Refusal = 'past' | 'unpublish-first' | 'publish-last' | 'embargo-holds' | 'scheduled-before';

const dateOf = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/**
 * Looks before a request is sent at what the server would refuse, so that it can be said in the editor's language. The server
 * decides: it knows the other locales too. Pure.
 *
 * @param now by the database's clock
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

/** Whether a change of an embargo lets readers have the article earlier, which needs a permission and a reason. */
export const isEarlierEmbargo = (before: string | null, after: Date | null, now: Date): boolean => {
  const held = dateOf(before);
  return held !== null && held > now && (after === null || after < held);
};
