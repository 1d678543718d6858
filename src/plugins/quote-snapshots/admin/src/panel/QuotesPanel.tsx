import { useRBAC } from '@strapi/admin/strapi-admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Divider } from '@strapi/design-system';
import { isOptedIn } from '../content-type-builder/opted-in';
import { PERMISSIONS } from '../permissions';
import { PublishedSection } from '../record/PublishedSection';
import { useEditedContentType } from '../strapi/use-edited-content-type';
import { useShownLocale } from '../strapi/use-shown-locale';
import { useText } from '../text/use-text';
import { DraftSection } from './DraftSection';

const READ = [PERMISSIONS.readSnapshots];

/** The edit view's panel: what the draft names, and the snapshots of the publication. */
export const QuotesPanel: PanelComponent = ({ model, documentId, document, activeTab }) => {
  const text = useText();
  const locale = useShownLocale();
  const contentType = useEditedContentType();
  const { allowedActions } = useRBAC(READ);
  if (!allowedActions.canRead || !contentType || !isOptedIn(contentType)) return null;

  // A translation that has never been saved has no entry yet, though its document has.
  const saved = documentId ?? document?.documentId;
  const exists = saved !== undefined && document?.id !== undefined;
  const version = `${document?.updatedAt ?? ''} ${document?.publishedAt ?? ''} ${document?.status ?? ''}`;
  return {
    title: text('panel'),
    content: (
      <Box width="100%">
        {activeTab !== 'published' && (
          <DraftSection
            model={model}
            documentId={saved}
            locale={locale}
            contentType={contentType}
            version={version}
          />
        )}
        {exists && activeTab !== 'published' && (
          <Box paddingTop={3} paddingBottom={3}>
            <Divider />
          </Box>
        )}
        {exists && <PublishedSection place={{ model, documentId: saved, locale }} />}
      </Box>
    ),
  };
};
