import { useRBAC } from '@strapi/admin/strapi-admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { isOptedIn } from '../content-type-builder/opted-in';
import { PERMISSIONS } from '../permissions';
import { useEditedContentType } from '../strapi/use-edited-content-type';
import { useIsClone } from '../strapi/use-is-clone';
import { useShownLocale } from '../strapi/use-shown-locale';
import { useText } from '../text/use-text';
import { DraftContent } from './DraftContent';
import { PublishedContent } from './PublishedContent';

const USED = [PERMISSIONS.readSnapshots, PERMISSIONS.recapture, PERMISSIONS.void];

/** The edit view's panel: the listings that the document names, each with its quote. */
export const QuotesPanel: PanelComponent = ({ model, documentId, document, meta, activeTab }) => {
  const text = useText();
  const locale = useShownLocale();
  const isClone = useIsClone();
  const contentType = useEditedContentType();
  const { allowedActions } = useRBAC(USED);
  if (!allowedActions.canRead || !contentType || !isOptedIn(contentType)) return null;

  const rights = {
    mayRecapture: allowedActions.canRecapture === true,
    mayVoid: allowedActions.canVoid === true,
  };
  const saved = isClone ? undefined : (documentId ?? document?.documentId);
  // A translation that was never saved has no entry yet, but its document has an id.
  const exists = saved !== undefined && document?.id !== undefined;
  const place = exists ? { model, documentId: saved, locale } : undefined;
  // A draft has no time of publication; it is in the document's other version.
  const published = [document, ...(meta?.availableStatus ?? [])].find((version) => version?.publishedAt);
  const publishedAt = document === undefined ? undefined : (published?.publishedAt ?? null);
  const version = `${document?.updatedAt ?? ''} ${publishedAt ?? ''} ${document?.status ?? ''}`;
  return {
    title: text('panel'),
    content:
      activeTab === 'published' && place ? (
        <PublishedContent place={place} rights={rights} />
      ) : (
        <DraftContent
          draft={{ model, documentId: saved, locale, contentType, version }}
          place={place}
          publishedAt={isClone ? undefined : publishedAt}
          rights={rights}
        />
      ),
  };
};
