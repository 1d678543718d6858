import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { FailureCode } from '../api/answers';
import { useReason } from '../text/use-reason';
import { useText } from '../text/use-text';

interface OutageBannerProps {
  code: FailureCode;
  /** When the provider is asked again, in epoch milliseconds. */
  nextAt: number;
  onTryNow(): void;
  isTrying: boolean;
}

const secondsUntil = (time: number): number => Math.max(0, Math.ceil((time - Date.now()) / 1_000));

/** How long until the next attempt. It is not read out: a screen reader would speak every second. */
const Countdown = ({ nextAt }: { nextAt: number }) => {
  const text = useText();
  const [seconds, setSeconds] = useState(() => secondsUntil(nextAt));
  useEffect(() => {
    setSeconds(secondsUntil(nextAt));
    const timer = setInterval(() => setSeconds(secondsUntil(nextAt)), 1_000);
    return () => clearInterval(timer);
  }, [nextAt]);
  return (
    <Typography variant="pi" textColor="neutral700" aria-live="off">
      {text('outage.next', { seconds })}
    </Typography>
  );
};

/** Says once that the provider gives no quotes, and that publishing goes on. */
export const OutageBanner = ({ code, nextAt, onTryNow, isTrying }: OutageBannerProps) => {
  const text = useText();
  const inWords = useReason();
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={2}
      padding={3}
      hasRadius
      background="neutral100"
      borderColor="neutral200"
    >
      <Typography textColor="neutral800" role="status">
        {`${inWords({ reason: null, reasonCode: code, reasonParams: null }) ?? ''} ${text('outage.publish')}`}
      </Typography>
      <Flex gap={2} wrap="wrap" alignItems="center">
        <Countdown nextAt={nextAt} />
        <Button variant="tertiary" size="S" loading={isTrying} onClick={onTryNow}>
          {text('outage.now')}
        </Button>
      </Flex>
    </Flex>
  );
};
