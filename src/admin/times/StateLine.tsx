import { Flex, Typography } from '@strapi/design-system';
import { useReasonText } from '../text/use-reason-text';
import { useText } from '../text/use-text';
import type { ArticleTimes } from './article-times';
import { timeState, type TimeState } from './time-state';
import { useHowLongText, useInstantText } from './use-instant-text';

const ALARMING: ReadonlySet<TimeState> = new Set(['late', 'held-back']);

/** The state of the article in one sentence, with the reason if it was held back. */
export const StateLine = ({ article, now }: { article: ArticleTimes; now: Date }) => {
  const text = useText();
  const howLong = useHowLongText();
  const instantText = useInstantText();
  const reasonText = useReasonText();
  const { times, heldBack, market } = article;
  const state = timeState(article, now);
  const distance = times.publishAt ? howLong(new Date(times.publishAt), now) : '';
  const isHeldBack = heldBack !== null && times.publishAt === null;
  const reason = heldBack && reasonText(heldBack);
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography
        textColor={ALARMING.has(state) ? 'danger600' : 'neutral800'}
        fontWeight={state === 'nothing' || state === 'out' ? 'regular' : 'bold'}
      >
        {text(`times.state.${state}`, { distance })}
      </Typography>
      {isHeldBack && heldBack.at !== null && (
        <Typography variant="pi" textColor="neutral800">
          {text('times.wasDue', { when: instantText(new Date(heldBack.at), market, now) })}
        </Typography>
      )}
      {isHeldBack && reason && (
        <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Typography>
      )}
    </Flex>
  );
};
