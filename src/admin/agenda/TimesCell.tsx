import { Flex, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { Instants } from '../times/article-times';
import { isLate } from '../times/time-state';
import { useHowLongText, useInstantText } from '../times/use-instant-text';
import { useNow } from '../times/use-now';
import { useScheduleAttentionQuery } from './agenda-api';

/** A row of the list of articles. Strapi passes all fields of an entry that the user may read. */
export type TimedRow = Partial<Instants> & { documentId: string; locale?: string | null };

/** How often a list refreshes the articles that are held back, in milliseconds. */
const LOOK_AGAIN_MS = 60_000;

/** How old an answer may be when a list opens, in seconds. All cells share it. */
const FRESH_SECONDS = 10;

/** A cell of the list of articles: when the article will be published, or why it will not. */
export const TimesCell = ({ documentId, locale, ...times }: TimedRow) => {
  const text = useText();
  const howLong = useHowLongText();
  const instantText = useInstantText();
  const { data: answer, error } = useScheduleAttentionQuery(undefined, {
    pollingInterval: LOOK_AGAIN_MS,
    refetchOnMountOrArgChange: FRESH_SECONDS,
  });
  const now = useNow(answer?.meta.now);
  const { publishAt = null, proposedPublishAt = null } = times;
  // The row has only an embargo that was entered in its own language. The answer has the one that holds for all of them.
  const embargoUntil =
    answer?.data.embargoes.find(
      (entry) => entry.documentId === documentId && (!locale || entry.locale === locale),
    )?.until ??
    times.embargoUntil ??
    null;
  const isHeldBack = answer?.data.heldBack.some(
    (entry) => entry.documentId === documentId && (!locale || entry.locale === locale),
  );
  const lines: { line: string; at?: string; isAlarming?: boolean }[] = [];
  if (publishAt) {
    const isAlarming = isLate({ publishAt }, now);
    const distance = howLong(new Date(publishAt), now);
    lines.push({
      line: isAlarming ? text('column.late', { distance }) : distance,
      at: publishAt,
      isAlarming,
    });
  } else if (isHeldBack) {
    lines.push({ line: text('agenda.state.held-back'), isAlarming: true });
  } else if (error) {
    lines.push({ line: text('column.failed'), isAlarming: true });
  }
  if (proposedPublishAt) {
    const distance = howLong(new Date(proposedPublishAt), now);
    lines.push({ line: text('column.proposed', { distance }), at: proposedPublishAt });
  }
  if (embargoUntil && new Date(embargoUntil) > now) {
    const distance = howLong(new Date(embargoUntil), now);
    lines.push({ line: text('column.embargo', { distance }), at: embargoUntil });
  }
  if (lines.length === 0) return <Typography textColor="neutral600">–</Typography>;
  return (
    // The text wraps, so that the list fits a screen of 1400 pixels.
    <Flex direction="column" alignItems="flex-start" minWidth="9rem" style={{ whiteSpace: 'normal' }}>
      {lines.map(({ line, at, isAlarming }) => (
        <Typography
          key={line}
          textColor={isAlarming ? 'danger600' : 'neutral800'}
          title={at && answer ? instantText(new Date(at), answer.meta.market, now) : undefined}
        >
          {line}
        </Typography>
      ))}
    </Flex>
  );
};
