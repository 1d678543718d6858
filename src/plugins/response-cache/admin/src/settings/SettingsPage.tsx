import { Layouts, Page, useRBAC } from '@strapi/admin/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useCacheStatusQuery } from '../api/cache-api';
import type { Counters, Status } from '../api/status';
import { PERMISSIONS } from '../permissions';
import { useText } from '../text/use-text';
import { Card } from './Card';
import { FactTable } from './FactTable';
import { mostFrequent } from './most-frequent';
import { StateCard } from './StateCard';

const MEGABYTE = 1024 * 1024;

const UsageCard = ({ status, counters }: { status: Status; counters: Counters }) => {
  const text = useText();
  const { formatNumber, formatDate } = useIntl();
  const asked = counters.hits + counters.misses;
  const percent = (share: number): string =>
    formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  const megabytes = (bytes: number): string => formatNumber(bytes / MEGABYTE, { maximumFractionDigits: 1 });
  return (
    <Card title={text('usage')}>
      <Typography textColor="neutral600">
        {text('usage.since', {
          time: formatDate(counters.since, { dateStyle: 'medium', timeStyle: 'medium' }),
        })}
      </Typography>
      <FactTable
        columns={[text('fact'), text('value')]}
        rows={[
          [text('hitRate'), asked === 0 ? '–' : percent(counters.hits / asked)],
          [text('hits'), formatNumber(counters.hits)],
          [text('notModified'), formatNumber(counters.notModified)],
          [text('misses'), formatNumber(counters.misses)],
          [text('fills'), formatNumber(counters.fills)],
          [text('waited'), formatNumber(counters.waited)],
          [text('replays.same'), formatNumber(counters.replays.same)],
          [text('replays.changed'), formatNumber(counters.replays.changed)],
          [text('replays.failed'), formatNumber(counters.replays.failed)],
          [text('questions'), formatNumber(status.questions)],
          [text('entries'), formatNumber(status.entries)],
          [
            text('memory'),
            text('memory.of', { used: megabytes(status.bytes), most: megabytes(status.maxBytes) }),
          ],
        ]}
      />
    </Card>
  );
};

const CountsCard = ({
  title,
  hint,
  counts,
  name,
}: Record<'title' | 'hint' | 'name', string> & { counts: Record<string, number> }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const rows = mostFrequent(counts).map(([what, count]): [string, string] => [what, formatNumber(count)]);
  return (
    <Card title={title}>
      <Typography textColor="neutral600">{hint}</Typography>
      {rows.length === 0 ? (
        <Typography>{text('none')}</Typography>
      ) : (
        <FactTable columns={[name, text('value')]} rows={rows} />
      )}
    </Card>
  );
};

const ShadowCard = ({ status, counters }: { status: Status; counters: Counters }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { compared, same, changed, different } = counters.shadow;
  return (
    <Card title={text('shadow')}>
      <Typography textColor="neutral600">
        {status.shadowShare === 0
          ? text('shadow.off')
          : text('shadow.share', { share: formatNumber(status.shadowShare, { style: 'percent' }) })}
      </Typography>
      {compared > 0 && (
        <FactTable
          columns={[text('fact'), text('value')]}
          rows={[
            [text('shadow.compared'), formatNumber(compared)],
            [text('shadow.same'), formatNumber(same)],
            [text('shadow.changed'), formatNumber(changed)],
            [text('shadow.different'), formatNumber(different)],
          ]}
        />
      )}
    </Card>
  );
};

const Settings = () => {
  const text = useText();
  const { data, isLoading, isError, refetch } = useCacheStatusQuery();
  const { allowedActions } = useRBAC({ clear: [PERMISSIONS.clear] });
  if (isLoading) return <Page.Loading />;
  if (isError || !data) return <Page.Error />;
  const { data: status } = data;
  const { counters } = status;
  return (
    <Page.Main>
      <Page.Title>{text('title')}</Page.Title>
      <Layouts.Header title={text('title')} subtitle={text('subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <StateCard
            status={status}
            mayClear={allowedActions.canClear === true}
            onRefresh={() => void refetch()}
          />
          {counters && (
            <>
              <UsageCard status={status} counters={counters} />
              <CountsCard
                title={text('drops')}
                hint={text('drops.hint')}
                name={text('table')}
                counts={counters.drops}
              />
              <CountsCard
                title={text('bypasses')}
                hint={text('bypasses.hint')}
                name={text('why')}
                counts={counters.bypasses}
              />
              <ShadowCard status={status} counters={counters} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** The plugin's page in the settings, for roles that may see it. */
export const SettingsPage = () => (
  <Page.Protect permissions={[PERMISSIONS.read]}>
    <Settings />
  </Page.Protect>
);
