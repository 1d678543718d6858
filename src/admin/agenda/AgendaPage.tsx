import { Layouts, Page } from '@strapi/strapi/admin';
import { Alert, Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { refusedWords } from '../refusals/refused-words';
import { useText } from '../text/use-text';
import { useNow } from '../times/use-now';
import { ownTimeZone } from '../times/zoned-time';
import type { AgendaAnswer } from './agenda';
import { useAgendaQuery } from './agenda-api';
import { byDay, instantsOf, type Days } from './agenda-days';
import { AgendaControls } from './AgendaControls';
import { DaySection } from './DaySection';
import { useAgendaView, type AgendaView } from './use-agenda-view';

/** How often the page is refreshed, in milliseconds: other people schedule too. */
const LOOK_AGAIN_MS = 60_000;

const LAST_DAY_MS = 86_400_000;

/** Returns the function that words a range of days. */
const useDaysText = () => {
  const { formatDateTimeRange } = useIntl();
  return ({ first, end }: Days): string =>
    formatDateTimeRange(
      new Date(`${first}T12:00:00Z`),
      new Date(new Date(`${end}T12:00:00Z`).getTime() - LAST_DAY_MS),
      { timeZone: 'UTC', dateStyle: 'long' },
    );
};

const Agenda = ({ answer, view, now }: { answer: AgendaAnswer; view: AgendaView; now: Date }) => {
  const text = useText();
  const { data: entries, meta } = answer;
  const zone = view.clocks === 'market' ? meta.market.timeZone : ownTimeZone();
  const days = byDay(entries, view.days, zone);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {meta.isCutOff && <Typography textColor="danger600">{text('agenda.cutOff')}</Typography>}
      {days.length === 0 && <EmptyStateLayout content={text('agenda.none')} />}
      {days.map((day) => (
        <DaySection key={day.day} day={day} clocks={view.clocks} market={meta.market} now={now} />
      ))}
      {days.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('times.regularHours')}
        </Typography>
      )}
    </Flex>
  );
};

/** The page that shows the publications of a week or a month, by day. */
export const AgendaPage = () => {
  const text = useText();
  const daysText = useDaysText();
  const view = useAgendaView();
  const {
    currentData: answer,
    error,
    refetch,
  } = useAgendaQuery(
    { ...instantsOf(view.days), ...(view.locale === undefined ? {} : { locale: view.locale }) },
    { pollingInterval: LOOK_AGAIN_MS, refetchOnMountOrArgChange: true },
  );
  const now = useNow(answer?.meta.now);
  return (
    <Page.Main>
      <Page.Title>{text('agenda')}</Page.Title>
      <Layouts.Header title={text('agenda')} subtitle={daysText(view.days)} />
      <Layouts.Content>
        <AgendaControls view={view} marketZone={answer?.meta.market.timeZone} />
        {error && !answer && (
          <Alert
            variant="danger"
            title={text('agenda.failed')}
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
        )}
        {!error && !answer && (
          <Box padding={8}>
            <Loader>{text('agenda.reading')}</Loader>
          </Box>
        )}
        {answer && <Agenda answer={answer} view={view} now={now} />}
      </Layouts.Content>
    </Page.Main>
  );
};
