import { useQueryParams } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { ActsLink } from '../records/ActsLink';
import { useText } from '../text/use-text';
import { ArticleTimesView } from './ArticleTimesView';

const ARTICLE = 'api::article.article';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/** The panel of the edit view with the times of an article in one locale, publishing, unpublishing and embargo, and a link to its acts. */
export const TimesPanel: PanelComponent = ({ model, documentId, document }) => {
  const text = useText();
  const [{ query }] = useQueryParams<Query>();
  if (model !== ARTICLE) return null;
  const id = documentId ?? document?.documentId;
  // A translation that was never saved has no draft, although its document may have one in another locale.
  const isSaved = Boolean(id && document?.id);
  return {
    title: text('times'),
    content:
      id && isSaved ? (
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          <ArticleTimesView place={{ documentId: id, locale: query.plugins?.i18n?.locale }} />
          <ActsLink documentId={id} />
        </Flex>
      ) : (
        <Typography variant="pi">{text('times.saveFirst')}</Typography>
      ),
  };
};
