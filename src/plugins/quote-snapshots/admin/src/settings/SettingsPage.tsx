import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useSettingsQuery, useStatusQuery } from '../api/quotes-api';
import { PERMISSIONS } from '../permissions';
import { useText } from '../text/use-text';
import { ConfigurationTable } from './ConfigurationTable';
import { HealthCheck } from './HealthCheck';
import { ProviderCard } from './ProviderCard';
import { QueueCard } from './QueueCard';
import { WebhooksCard } from './WebhooksCard';

const Settings = () => {
  const text = useText();
  const { data, isLoading, isError } = useSettingsQuery();
  const { data: status, isError: isStatusError, refetch } = useStatusQuery();
  if (isLoading) return <Page.Loading />;
  if (isError || !data) return <Page.Error />;
  return (
    <Page.Main>
      <Page.Title>{text('settings')}</Page.Title>
      <Layouts.Header title={text('settings')} subtitle={text('settings.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {data.data.providers.map((facts) => (
            <ProviderCard
              key={facts.role}
              facts={facts}
              status={status?.data.providers.find(({ role }) => role === facts.role)}
            />
          ))}
          <HealthCheck usual={data.meta.check} settings={data.data.settings} />
          <QueueCard status={status?.data} isError={isStatusError} onRefresh={() => void refetch()} />
          <WebhooksCard />
          <Typography tag="h2" variant="delta">
            {text('settings.configuration')}
          </Typography>
          <ConfigurationTable settings={data.data.settings} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** The plugin's page in the settings, for roles with the permission. Values from the app's configuration are read-only. */
export const SettingsPage = () => (
  <Page.Protect permissions={[PERMISSIONS.readSettings]}>
    <Settings />
  </Page.Protect>
);
