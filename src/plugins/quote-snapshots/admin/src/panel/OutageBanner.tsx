import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { Outage } from '../outlook/outlook';
import type { OutageCode } from '../rows/find-outage';
import { useText, type TextKey } from '../text/use-text';

/** The text about the provider for each failure. */
const FAULTS: Readonly<Record<OutageCode, TextKey>> = {
  network: 'outage.silent',
  timeout: 'outage.silent',
  'bad-answer': 'outage.unusable',
  quota: 'outage.quota',
  refused: 'outage.refused',
};

interface OutageBannerProps extends Outage {
  /** Whether screen readers read it out when it appears. If several panels show it, only one should. */
  isAnnounced?: boolean;
}

const secondsUntil = (time: number): number => Math.max(0, Math.ceil((time - Date.now()) / 1_000));

/** The time until the next attempt. It is hidden from screen readers, which would speak every second. */
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

/** Says that the provider gives no quotes, and that publishing still works. */
export const OutageBanner = ({
  code,
  provider,
  nextAt,
  isTrying,
  tryNow,
  isAnnounced = false,
}: OutageBannerProps) => {
  const text = useText();
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
      <Typography textColor="neutral800" {...(isAnnounced ? { role: 'status' } : {})}>
        {`${text(FAULTS[code], { provider })} ${text('outage.publish')}`}
      </Typography>
      <Flex gap={2} wrap="wrap" alignItems="center">
        <Countdown nextAt={nextAt} />
        <Button variant="tertiary" size="S" loading={isTrying} onClick={tryNow}>
          {text('outage.now')}
        </Button>
      </Flex>
    </Flex>
  );
};
