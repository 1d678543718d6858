import { Typography } from '@strapi/design-system';
import type { LiveAnswer } from '../api/answers';
import { Figures } from '../figures/Figures';
import { useText } from '../text/use-text';

/** A live quote with its delay and source, or the reason why there is none, or that it is loading. */
export const LiveQuote = ({ answer, failed }: { answer: LiveAnswer | undefined; failed: boolean }) => {
  const text = useText();
  if (answer?.quote) {
    const { delayMinutes } = answer.quote;
    const delay = delayMinutes ? text('quote.delayed', { minutes: delayMinutes }) : text('quote.live');
    return (
      <>
        <Figures {...answer.quote} />
        <Typography variant="pi" textColor="neutral600">
          {`${delay} · ${answer.provider}`}
        </Typography>
      </>
    );
  }
  const reason = answer?.failure?.message ?? (failed ? text('quote.unreachable') : undefined);
  return reason ? (
    <Typography variant="pi" textColor="danger600">
      {reason}
    </Typography>
  ) : (
    <Typography variant="pi" textColor="neutral600">
      {text('quote.waiting')}
    </Typography>
  );
};
