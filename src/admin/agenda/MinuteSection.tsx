import { Badge, Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import { useLanguageName } from '../publication-checks/use-language-name';
import { useByText } from '../text/use-by-text';
import { useKindName } from '../text/use-kind-name';
import { useReasonText } from '../text/use-reason-text';
import { useText } from '../text/use-text';
import { addressOf, type AgendaEntry } from './agenda';
import type { Minute } from './agenda-days';

/** Longer lists are folded: hundreds of articles may be due in the minute of a closing bell. */
const MOST_SHOWN = 10;

const Entry = ({ entry }: { entry: AgendaEntry }) => {
  const text = useText();
  const languageName = useLanguageName();
  const kindName = useKindName();
  const { title, locale, kind, state } = entry;
  const reason = useReasonText()(entry);
  const by = useByText()(entry);
  const isHeldBack = state === 'held-back';
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1} paddingTop={2} paddingBottom={2}>
      <Flex gap={2} wrap="wrap" alignItems="center">
        <Badge textColor={isHeldBack ? 'danger700' : 'neutral800'}>{text(`agenda.state.${state}`)}</Badge>
        <Link tag={NavLink} to={addressOf(entry)} style={{ overflowWrap: 'anywhere' }}>
          {title ?? text('agenda.untitled')}
        </Link>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {[languageName(locale), kind && kindName(kind), by].filter(Boolean).join(' · ')}
      </Typography>
      {reason && (
        <Typography variant="pi" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Typography>
      )}
    </Flex>
  );
};

interface MinuteSectionProps {
  minute: Minute;
  /** The time in the zone of the page, and in the other zone. */
  clock: string;
  otherClocks: string;
}

/** The events of one minute. */
export const MinuteSection = ({ minute, clock, otherClocks }: MinuteSectionProps) => {
  const text = useText();
  const [isUnfolded, setUnfolded] = useState(false);
  const { entries, at } = minute;
  const shown = isUnfolded ? entries : entries.slice(0, MOST_SHOWN);
  return (
    <Flex
      direction={{ initial: 'column', medium: 'row' }}
      alignItems="stretch"
      gap={{ initial: 1, medium: 4 }}
      paddingTop={3}
      paddingBottom={3}
    >
      <Box width={{ initial: '100%', medium: '24rem' }} shrink={0}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          <time dateTime={at}>{clock}</time>
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {otherClocks}
        </Typography>
      </Box>
      <Flex direction="column" alignItems="flex-start" flex="1" minWidth={0}>
        <Box tag="ul" width="100%">
          {shown.map((entry) => (
            <Entry key={`${entry.documentId} ${entry.locale} ${entry.state}`} entry={entry} />
          ))}
        </Box>
        {entries.length > MOST_SHOWN && (
          <Button variant="tertiary" onClick={() => setUnfolded(!isUnfolded)} aria-expanded={isUnfolded}>
            {isUnfolded ? text('agenda.fold') : text('agenda.unfold', { count: entries.length })}
          </Button>
        )}
      </Flex>
    </Flex>
  );
};
