import { useDebounce, useForm } from '@strapi/strapi/admin';
import { Alert, Box, Button, Divider, Flex, Loader } from '@strapi/design-system';
import { useMemo } from 'react';
import { useText } from '../text/use-text';
import { usePublicationChecksQuery } from './checks-api';
import { DisclaimerList } from './DisclaimerList';
import { FindingList } from './FindingList';
import { formQuestion, type FormModel } from './form-question';
import { Outlook } from './Outlook';

/** How long the form has to stay unchanged before it is checked. */
const PAUSE_MS = 400;

interface ArticleChecksProps {
  documentId: string | undefined;
  locale: string | undefined;
  contentType: FormModel;
}

/** Checks the form while an editor types. The last answer stays until the next arrives, so that nothing flickers. */
export const ArticleChecks = ({ documentId, locale, contentType }: ArticleChecksProps) => {
  const text = useText();
  const values = useForm('ArticleChecks', (form) => form.values) as Record<string, unknown>;
  const settled = useDebounce(values, PAUSE_MS);
  const question = useMemo(
    () => formQuestion(settled, contentType, documentId, locale),
    [settled, contentType, documentId, locale],
  );
  const { data: checks, error, isFetching, refetch } = usePublicationChecksQuery(question);

  if (error && !isFetching) {
    return (
      <Box width="100%">
        <Alert
          variant="danger"
          title={text('checks.failed')}
          closeLabel={text('checks.close')}
          onClose={() => void refetch()}
          action={
            <Button variant="tertiary" size="S" onClick={() => void refetch()}>
              {text('checks.again')}
            </Button>
          }
        >
          {error.message ?? ''}
        </Alert>
      </Box>
    );
  }
  if (!checks) return <Loader small>{text('checks.reading')}</Loader>;
  const { findings, disclaimers } = checks.data;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Box aria-live="polite" aria-busy={isFetching || settled !== values}>
        <Outlook findings={findings} />
      </Box>
      <FindingList findings={findings} />
      <Divider />
      <DisclaimerList disclaimers={disclaimers} />
    </Flex>
  );
};
