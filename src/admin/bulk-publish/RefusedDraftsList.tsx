import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useFaultSentence } from '../publication-checks/use-fault-sentence';
import { useText } from '../text/use-text';
import { useReasonText } from '../text/use-reason-text';
import type { Hindrance, RefusedDraft } from './refused-drafts-api';

const ARTICLES = '/content-manager/collection-types/api::article.article';

/** The articles that publishing would refuse, each with the reasons. */
export const RefusedDraftsList = ({ articles }: { articles: readonly RefusedDraft[] }) => {
  const text = useText();
  const faultSentence = useFaultSentence();
  const reasonText = useReasonText();
  /** Elsewhere the sentence about an empty field is shown under the field's label. Here it has to name the field. */
  const sentence = ({ fault, values }: Hindrance): string =>
    (fault === 'emptyField' && reasonText({ reasons: [{ code: fault, values }] })) ||
    faultSentence({ fault, values });
  return (
    <Box
      padding={4}
      background="danger100"
      shrink={0}
      maxHeight="40vh"
      overflow="auto"
      tabIndex={0}
      role="region"
      aria-label={text('bulk.keptBack', { count: articles.length })}
    >
      <Typography tag="h3" fontWeight="bold" textColor="danger700">
        {text('bulk.keptBack', { count: articles.length })}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
        {articles.map(({ documentId, locale, title, hindrances }) => (
          <Flex key={documentId} tag="li" direction="column" alignItems="flex-start" gap={1}>
            <Link
              tag={NavLink}
              to={`${ARTICLES}/${documentId}?plugins[i18n][locale]=${locale}`}
              target="_blank"
            >
              {title ?? text('today.untitled')}
            </Link>
            {hindrances.map((hindrance) => (
              <Typography
                key={`${hindrance.fault} ${hindrance.field} ${Object.values(hindrance.values).join(' ')}`}
                variant="pi"
                textColor="neutral800"
              >
                {sentence(hindrance)}
              </Typography>
            ))}
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
