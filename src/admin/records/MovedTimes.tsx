import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../text/use-text';
import { formatInstant } from '../times/format-instant';
import { ownTimeZone } from '../times/zoned-time';
import { movedTimes } from './moved-times';
import type { ArticleAct } from './records';

/** Which times an act set, moved or removed, in the editor's zone. */
export const MovedTimes = ({ act }: { act: Pick<ArticleAct, 'before' | 'after'> }) => {
  const text = useText();
  const { locale } = useIntl();
  const shown = (instant: Date | undefined): string =>
    instant ? formatInstant(locale, instant, ownTimeZone(), new Date()) : '';
  const nameOf = (field: ReturnType<typeof movedTimes>[number]['field']): string => {
    switch (field) {
      case 'proposedPublishAt':
        return text('records.time.proposed', { what: text('times.publishAt') });
      case 'proposedUnpublishAt':
        return text('records.time.proposed', { what: text('times.unpublishAt') });
      default:
        return text(`times.${field}`);
    }
  };
  return movedTimes(act).map(({ field, from, to }) => {
    const change = from && to ? 'moved' : to ? 'set' : 'was';
    const values = { what: nameOf(field), from: shown(from), to: shown(to) };
    return <Typography key={field}>{text(`records.time.${change}`, values)}</Typography>;
  });
};
