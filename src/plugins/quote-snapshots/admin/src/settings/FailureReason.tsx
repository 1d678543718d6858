import { Flex, Typography } from '@strapi/design-system';
import type { CheckReport, Failure, Setting } from '../api/answers';
import { useText } from '../text/use-text';
import { failureText } from './failure-text';

interface FailureReasonProps {
  failure: Failure;
  role: CheckReport['role'];
  settings: readonly Setting[];
}

/** Why there is no quote and what to do, in the user's language, followed by the server's own message with the details. */
export const FailureReason = ({ failure, role, settings }: FailureReasonProps) => {
  const text = useText();
  return (
    // Strapi's tables do not wrap lines, and a reason is longer than a line.
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={1}
      minWidth="24rem"
      style={{ whiteSpace: 'normal' }}
    >
      <Typography textColor="danger600">{failureText(text, settings, role, failure.code)}</Typography>
      <Typography variant="pi" textColor="neutral600" lang="en">
        {failure.message}
      </Typography>
    </Flex>
  );
};
