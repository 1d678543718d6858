import { useQueryParams } from '@strapi/strapi/admin';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Loader, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import { useRefusedDraftsQuery } from './refused-drafts-api';
import { RefusedDraftsList } from './RefusedDraftsList';

const ARTICLE = 'api::article.article';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/**
 * Wraps the list's action *Publish* with the newsroom's checks. The dialog names articles that would be refused above the others,
 * with the reasons, and offers only the others for publishing.
 *
 * @param publish Strapi's action
 */
export const checkSelection = (publish: BulkActionComponent): BulkActionComponent => {
  const CheckedPublish: BulkActionComponent = (props) => {
    const { model, documents } = props;
    const text = useText();
    const [{ query }] = useQueryParams<Query>();
    const isOfArticles = model === ARTICLE && documents.length > 0;
    const { data, isFetching, isError } = useRefusedDraftsQuery(
      { documentIds: documents.map(({ documentId }) => documentId), locale: query.plugins?.i18n?.locale },
      { skip: !isOfArticles },
    );
    const refusedDrafts = (isOfArticles && data?.data) || [];
    const names = new Set(refusedDrafts.map(({ documentId }) => documentId));
    const ready = documents.filter(({ documentId }) => !names.has(documentId));
    const isNoneReady = ready.length === 0;
    const description = publish({ ...props, documents: isNoneReady ? documents : ready });
    if (!isOfArticles || !description?.dialog || description.dialog.type !== 'modal') return description;
    const { content: Ready } = description.dialog;
    return {
      ...description,
      dialog: {
        ...description.dialog,
        content: ({ onClose }: { onClose: () => void }) => {
          if (isFetching) {
            return (
              <Box padding={6}>
                <Loader small>{text('checks.reading')}</Loader>
              </Box>
            );
          }
          return (
            <>
              {isError && (
                <Box padding={4}>
                  <Typography textColor="danger600">{text('checks.failed')}</Typography>
                </Box>
              )}
              {refusedDrafts.length > 0 && <RefusedDraftsList articles={refusedDrafts} />}
              {!isNoneReady && (typeof Ready === 'function' ? <Ready onClose={onClose} /> : Ready)}
            </>
          );
        },
      },
    };
  };
  return CheckedPublish;
};

/**
 * The list's actions with the checked *Publish* instead of Strapi's, which is the first one. If the first action is not *Publish*,
 * nothing is replaced, and only the server refuses.
 */
export const withCheckedPublish = (actions: BulkActionComponent[]): BulkActionComponent[] => {
  const [publish, ...others] = actions;
  if (!publish || (publish.type !== undefined && publish.type !== ('publish' as string))) {
    console.error('newsroom: this Strapi has another first bulk action. The selection is not checked.');
    return actions;
  }
  return [checkSelection(publish), ...others];
};
