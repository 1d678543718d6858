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

/** The panel of the edit view that shows, before publishing, what the rules find and which disclaimers the article will get. */
export const ChecksPanel: PanelComponent = ({ model, documentId, document, activeTab }) => {
  const text = useText();
  const [{ query }] = useQueryParams<Query>();
  const { contentType } = useContentManagerContext();
  // The published version is not checked.
  if (model !== ARTICLE || activeTab === 'published' || !contentType) return null;
  return {
    title: text('checks'),
    content: (
      <ArticleChecks
        // A translation that has never been saved has no entry yet, though its document has.
        documentId={documentId ?? document?.documentId}
        locale={query.plugins?.i18n?.locale}
        contentType={contentType}
      />
    ),
  };
};
