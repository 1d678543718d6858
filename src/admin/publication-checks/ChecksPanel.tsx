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

/** The edit view's panel that says, before the click, what the rules make of an article and which disclaimers it gets. */
export const ChecksPanel: PanelComponent = ({ model, documentId, document, activeTab }) => {
  const text = useText();
  const [{ query }] = useQueryParams<Query>();
  const { contentType } = useContentManagerContext();
  // What is out is judged no more.
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
