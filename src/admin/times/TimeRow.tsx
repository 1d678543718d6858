import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useLanguageName } from '../publication-checks/use-language-name';
import { refusedWords } from '../refusals/refused-words';
import { useByText, type Actor } from '../text/use-by-text';
import { useText } from '../text/use-text';
import type { ArticleTimes, SetField, TimeField } from './article-times';
import { useSetTimesMutation, type Place } from './times-api';
import { useInstantText } from './use-instant-text';

const PROPOSALS: Readonly<Record<SetField, TimeField | undefined>> = {
  publishAt: 'proposedPublishAt',
  unpublishAt: 'proposedUnpublishAt',
  embargoUntil: undefined,
};

interface TimeRowProps {
  field: SetField;
  place: Place;
  article: ArticleTimes;
  now: Date;
  /** Whether the form has unsaved changes: then the published text would not be what the editor sees. */
  isLocked: boolean;
  onEdit(): void;
  onLift(): void;
}

/** One of the times, its proposal, and the buttons that change it. */
export const TimeRow = ({ field, place, article, now, isLocked, onEdit, onLift }: TimeRowProps) => {
  const text = useText();
  const instantText = useInstantText();
  const byText = useByText();
  const languageName = useLanguageName();
  const { toggleNotification } = useNotification();
  const [setTimes, { isLoading }] = useSetTimesMutation();
  const { times, embargoLocale, setBy, market, may } = article;
  const proposal = PROPOSALS[field];
  const set = times[field];
  const proposed = proposal === undefined ? null : times[proposal];
  const isProposing = !may.publish && proposal !== undefined;
  const isEmbargo = field === 'embargoUntil';
  // Cancelling a schedule needs the right to publish. Lifting an embargo needs its own permission.
  const mayRemove = may.change[field] && (isEmbargo ? may.moveEmbargoEarlier : may.publish);

  const write = async (change: Partial<ArticleTimes['times']>) => {
    const outcome = await setTimes({ place, times: change });
    if (!('error' in outcome)) return;
    const message = refusedWords(outcome.error) ?? text('failed');
    toggleNotification({ type: 'danger', message });
  };
  const by = (actor: Actor) =>
    actor.by ? (
      <Typography variant="pi" textColor="neutral600">
        {byText(actor)}
      </Typography>
    ) : null;
  const button = (key: Parameters<typeof text>[0], onClick: () => void) => (
    <Button
      variant="tertiary"
      size="S"
      disabled={isLocked || isLoading}
      onClick={onClick}
      // Three rows have the same buttons, so each label names its row.
      aria-label={`${text(key)}: ${text(`times.${field}`)}`}
    >
      {text(key)}
    </Button>
  );
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={1} aria-label={text(`times.${field}`)}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text(`times.${field}`)}
      </Typography>
      <Typography textColor={set ? 'neutral800' : 'neutral600'}>
        {set ? <time dateTime={set}>{instantText(new Date(set), market, now)}</time> : text('times.notSet')}
      </Typography>
      {isEmbargo && embargoLocale && (
        <Typography variant="pi" textColor="neutral600">
          {text('times.embargoLocale', { language: languageName(embargoLocale) })}
        </Typography>
      )}
      {by(setBy[field])}
      {proposed && proposal && (
        <>
          <Typography textColor="neutral800">
            {text('times.proposed', { when: instantText(new Date(proposed), market, now) })}
          </Typography>
          {by(setBy[proposal])}
        </>
      )}
      <Flex gap={2} wrap="wrap" paddingTop={1}>
        {proposed &&
          proposal &&
          may.publish &&
          button('times.confirm', () => void write({ [field]: proposed }))}
        {proposed &&
          proposal &&
          may.change[field] &&
          button(may.publish ? 'times.decline' : 'times.withdraw', () => void write({ [proposal]: null }))}
        {may.change[field] &&
          button(isProposing ? 'times.propose' : set ? 'times.change' : 'times.set', onEdit)}
        {set &&
          mayRemove &&
          (isEmbargo
            ? button('times.lift', onLift)
            : button('times.remove', () => void write({ [field]: null })))}
      </Flex>
    </Flex>
  );
};
