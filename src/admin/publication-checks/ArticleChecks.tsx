import { Alert, Box, Button, Divider, Flex, Loader } from '@strapi/design-system';
import { QuotesOutage } from '../quotes/QuotesOutage';
import { useQuotesOutlook } from '../quotes/use-quotes-outlook';
import { refusedWords } from '../refusals/refused-words';
import { useText } from '../text/use-text';
import { DisclaimerList } from './DisclaimerList';
import { FindingList } from './FindingList';
import { Outlook } from './Outlook';
import { UnquotedList } from './UnquotedList';
import { useChecks, type CheckedForm } from './use-checks';

/** Checks the form while an editor types. The last answer stays until the next arrives, so that nothing flickers. */
export const ArticleChecks = (form: CheckedForm) => {
  const text = useText();
  const quotes = useQuotesOutlook();
  const { data: checks, error, isFetching, isSettled, refetch } = useChecks(form);

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
          {refusedWords(error) ?? ''}
        </Alert>
      </Box>
    );
  }
  if (!checks) return <Loader small>{text('checks.reading')}</Loader>;
  const { findings, disclaimers } = checks.data;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Box aria-live="polite" aria-busy={isFetching || !isSettled}>
        <Outlook findings={findings} others={quotes.unquoted.length} />
      </Box>
      <QuotesOutage />
      <FindingList findings={findings} ambiguous={quotes.ambiguous} onShow={quotes.show} />
      <UnquotedList unquoted={quotes.unquoted} onShow={quotes.show} />
      <Divider />
      {disclaimers && <DisclaimerList disclaimers={disclaimers} />}
    </Flex>
  );
};
