import { useForm } from '@strapi/strapi/admin';
import { Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { ReadFailure } from '../failures/ReadFailure';
import { useText } from '../text/use-text';
import type { SetField } from './article-times';
import { StateLine } from './StateLine';
import { TimeDialog } from './TimeDialog';
import { TimeRow } from './TimeRow';
import { useTimesQuery, type Place } from './times-api';
import { useNow } from './use-now';

/** How often the panel is refreshed, in milliseconds: the newsroom publishes by itself, and others confirm proposals. */
const LOOK_AGAIN_MS = 30_000;

const FIELDS: readonly SetField[] = ['publishAt', 'unpublishAt', 'embargoUntil'];

/** The times of an article, and the buttons that change them. */
export const ArticleTimesView = ({ place }: { place: Place }) => {
  const text = useText();
  const isModified = useForm('ArticleTimesView', ({ modified }) => modified);
  const {
    currentData: answer,
    error,
    refetch,
  } = useTimesQuery(place, {
    pollingInterval: LOOK_AGAIN_MS,
    refetchOnMountOrArgChange: true,
  });
  const now = useNow(answer?.meta.now);
  const [edited, setEdited] = useState<{ field: SetField; lifts: boolean } | undefined>();
  const failure = error && <ReadFailure message={text('times.failed')} onAgain={() => void refetch()} />;
  // If a later read fails, the earlier answer stays, because an editor may be entering a time.
  if (!answer) return failure ?? <Loader small>{text('times.reading')}</Loader>;
  const { data: article } = answer;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Flex aria-live="polite" direction="column" alignItems="stretch" gap={2}>
        {failure}
        <StateLine article={article} now={now} />
        {article.isFrozen && (
          <Typography variant="pi" textColor="neutral800">
            {text('times.frozen')}
          </Typography>
        )}
      </Flex>
      {FIELDS.map((field) => (
        <TimeRow
          key={field}
          field={field}
          place={place}
          article={article}
          now={now}
          isLocked={isModified}
          onEdit={() => setEdited({ field, lifts: false })}
          onLift={() => setEdited({ field, lifts: true })}
        />
      ))}
      {isModified && (
        <Typography variant="pi" textColor="neutral600">
          {text('times.unsaved')}
        </Typography>
      )}
      {edited && (
        <TimeDialog
          {...edited}
          place={place}
          article={article}
          now={now}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Flex>
  );
};
