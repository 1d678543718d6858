import { Widget } from '@strapi/strapi/admin';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { useLanguageName } from '../publication-checks/use-language-name';
import { useByText } from '../text/use-by-text';
import { useReasonText } from '../text/use-reason-text';
import { useText } from '../text/use-text';
import { useHowLongText, useInstantText } from '../times/use-instant-text';
import { useNow } from '../times/use-now';
import { addressOf } from './agenda';
import { useScheduleAttentionQuery } from './agenda-api';

/** How often the home page is refreshed, in milliseconds. */
const LOOK_AGAIN_MS = 60_000;

const Part = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <Box width="100%" paddingBottom={3}>
      <Typography tag="h3" id={id} variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      <Box tag="ul" aria-labelledby={id}>
        {children}
      </Box>
    </Box>
  );
};

interface ItemProps {
  article: { documentId: string; locale: string; title: string | null };
  lines: readonly (string | null)[];
  isAlarming?: boolean;
}

const Item = ({ article, lines, isAlarming = false }: ItemProps) => {
  const text = useText();
  const languageName = useLanguageName();
  const [first, ...others] = lines;
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" paddingTop={2} paddingBottom={2}>
      <Link tag={NavLink} to={addressOf(article)}>
        {article.title ?? text('agenda.untitled')}
      </Link>
      <Typography variant="pi" textColor={isAlarming ? 'danger600' : 'neutral800'}>
        {first}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {[languageName(article.locale), ...others].filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  );
};

/** The home page's list of articles that were held back or are late, and of the next ten that will be published. */
export const DeskWidget = () => {
  const text = useText();
  const byText = useByText();
  const reasonText = useReasonText();
  const { formatNumber } = useIntl();
  const howLong = useHowLongText();
  const instantText = useInstantText();
  const {
    data: answer,
    isLoading,
    isError,
  } = useScheduleAttentionQuery(undefined, {
    pollingInterval: LOOK_AGAIN_MS,
    refetchOnMountOrArgChange: true,
  });
  const now = useNow(answer?.meta.now);
  if (isLoading) return <Widget.Loading />;
  if (isError || !answer) return <Widget.Error />;
  const { heldBack, overdue, late, next } = answer.data;
  const when = (at: string) => instantText(new Date(at), answer.meta.market, now);
  const lateBy = (seconds: number): string =>
    formatNumber(seconds < 90 ? seconds : Math.round(seconds / 60), {
      style: 'unit',
      unit: seconds < 90 ? 'second' : 'minute',
      unitDisplay: 'long',
    });
  const key = ({ documentId, locale }: { documentId: string; locale: string }) => `${documentId} ${locale}`;
  if (heldBack.length + overdue.length + late.length + next.length === 0) {
    return <Widget.NoData>{text('desk.none')}</Widget.NoData>;
  }
  return (
    <Flex direction="column" alignItems="stretch" width="100%">
      {heldBack.length > 0 && (
        <Part title={text('agenda.state.held-back')}>
          {heldBack.map((entry) => (
            <Item
              key={key(entry)}
              article={entry}
              lines={[reasonText(entry), when(entry.at), byText(entry)]}
              isAlarming
            />
          ))}
        </Part>
      )}
      {overdue.length + late.length > 0 && (
        <Part title={text('desk.late')}>
          {overdue.map((entry) => (
            <Item
              key={key(entry)}
              article={entry}
              lines={[text('column.late', { distance: howLong(new Date(entry.at), now) }), when(entry.at)]}
              isAlarming
            />
          ))}
          {late.map((one) => (
            <Item
              key={`${key(one)} ${one.at}`}
              article={one}
              lines={[text('desk.lateBy', { duration: lateBy(one.lateSeconds) }), when(one.at)]}
            />
          ))}
        </Part>
      )}
      {next.length > 0 && (
        <Part title={text('desk.next')}>
          {next.map((entry) => (
            <Item
              key={key(entry)}
              article={entry}
              lines={[howLong(new Date(entry.at), now), when(entry.at), byText(entry)]}
            />
          ))}
        </Part>
      )}
    </Flex>
  );
};
