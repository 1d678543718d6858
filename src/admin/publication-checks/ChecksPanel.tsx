import {
  unstable_useContentManagerContext as useContentManagerContext,
  useQueryParams,
} from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useText } from '../text/use-text';
import { ArticleChecks } from './ArticleChecks';

const ARTICLE = 'api::article.article';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/**
 * The panel of the edit view that shows, before publishing, the findings of the rules and the disclaimers that the article will
 * get.
 */
export const ChecksPanel: PanelComponent = ({ model, documentId, document, activeTab }) => {
  const text = useText();
  const [{ query }] = useQueryParams<Query>();
  const { contentType } = useContentManagerContext();
  // Only drafts are checked.
  if (model !== ARTICLE || activeTab === 'published' || !contentType) return null;
  return {
    title: text('checks'),
    content: (
      <ArticleChecks
        // A translation that was never saved has no entry yet, but its document has an id.
        documentId={documentId ?? document?.documentId}
        locale={query.plugins?.i18n?.locale}
        contentType={contentType}
      />
    ),
  };
};
