import {
  unstable_useContentManagerContext as useContentManagerContext,
  useQueryParams,
} from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useText } from '../text/use-text';
import { AfterPublication } from './AfterPublication';

const ARTICLE = 'api::article.article';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/** The panel of the edit view for an article that readers have seen: the kind of change, its publications, and its retraction. */
export const CorrectionsPanel: PanelComponent = ({ model, documentId, document, activeTab }) => {
  const text = useText();
  const [{ query }] = useQueryParams<Query>();
  const { contentType } = useContentManagerContext();
  const id = documentId ?? document?.documentId;
  // A translation that was never saved has no publications, although other locales of its document may have some.
  if (model !== ARTICLE || !contentType || !id || !document?.id) return null;
  return {
    title: text('corrections'),
    content: (
      <AfterPublication
        // The key resets the number of loaded pages for another article or locale.
        key={`${id} ${query.plugins?.i18n?.locale}`}
        documentId={id}
        locale={query.plugins?.i18n?.locale}
        contentType={contentType}
        isDraft={activeTab !== 'published'}
      />
    ),
  };
};
