import { useAPIErrorHandler, useNotification, useRBAC } from '@strapi/admin/strapi-admin';
import { Badge, Checkbox, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useChooseEventMutation, useWebhooksQuery, type Webhook } from '../api/webhooks-api';
import { Unread } from '../text/Unread';
import { useText } from '../text/use-text';
import { Card } from './Card';
import { SimpleTable } from './SimpleTable';
import { EVENT_TEXTS, EVENTS, type QuoteEvent } from './webhook-events';

const STRAPI_PERMISSIONS = ['read', 'create', 'update'].map((act) => ({
  action: `admin::webhooks.${act}`,
  subject: null,
}));

interface EventCheckboxProps {
  webhook: Webhook;
  event: QuoteEvent;
  mayUpdate: boolean;
}

const EventCheckbox = ({ webhook, event, mayUpdate }: EventCheckboxProps) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  // Each save writes the whole list of events, so a webhook is saved by one box at a time.
  const [choose, { isLoading }] = useChooseEventMutation({ fixedCacheKey: `webhook ${webhook.id}` });

  const change = async (isChosen: boolean) => {
    const outcome = await choose({ id: webhook.id, event, isChosen });
    if ('error' in outcome) {
      const message = formatAPIError(outcome.error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
    } else {
      toggleNotification({ type: 'success', message: text('webhooks.saved', { name: webhook.name }) });
    }
  };
  return (
    <Checkbox
      aria-label={text('webhooks.choose', { event: text(EVENT_TEXTS[event]), name: webhook.name })}
      checked={webhook.events.includes(event)}
      disabled={!mayUpdate || isLoading}
      onCheckedChange={(checked) => void change(checked === true)}
    />
  );
};

const WebhookName = ({ webhook, mayUpdate }: { webhook: Webhook; mayUpdate: boolean }) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={2}>
        {mayUpdate ? (
          <Link tag={NavLink} to={`/settings/webhooks/${webhook.id}`}>
            {webhook.name}
          </Link>
        ) : (
          <Typography textColor="neutral800">{webhook.name}</Typography>
        )}
        {!webhook.isEnabled && <Badge>{text('webhooks.off')}</Badge>}
      </Flex>
      <Typography
        variant="pi"
        textColor="neutral600"
        style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
      >
        {webhook.url}
      </Typography>
    </Flex>
  );
};

const Webhooks = ({ mayCreate, mayUpdate }: { mayCreate: boolean; mayUpdate: boolean }) => {
  const text = useText();
  const { data, isError, refetch } = useWebhooksQuery();
  if (isError && !data) {
    return <Unread what="webhooks.unread" onAgain={() => void refetch()} />;
  }
  if (!data) return <Loader small>{text('webhooks.reading')}</Loader>;
  return (
    <>
      {data.length === 0 ? (
        <Typography>{text('webhooks.none')}</Typography>
      ) : (
        <SimpleTable
          columns={[text('webhooks.name'), ...EVENTS.map((event) => text(EVENT_TEXTS[event]))]}
          rows={data.map((webhook) => ({
            key: webhook.id,
            cells: [
              <WebhookName key="name" webhook={webhook} mayUpdate={mayUpdate} />,
              ...EVENTS.map((event) => (
                <EventCheckbox key={event} webhook={webhook} event={event} mayUpdate={mayUpdate} />
              )),
            ],
          }))}
        />
      )}
      {mayCreate && (
        <Link tag={NavLink} to="/settings/webhooks/create">
          {text('webhooks.create')}
        </Link>
      )}
    </>
  );
};

/**
 * Chooses which of the app's webhooks get the plugin's events. Strapi's own form for webhooks lists fixed events only, but keeps
 * others. The card is shown to roles that may see webhooks, and is read-only for those that may not change them.
 */
export const WebhooksCard = () => {
  const text = useText();
  const { allowedActions, isLoading } = useRBAC(STRAPI_PERMISSIONS);
  if (isLoading || !allowedActions.canRead) return null;
  return (
    <Card title={text('webhooks')}>
      <Typography textColor="neutral600">{text('webhooks.hint')}</Typography>
      <Webhooks mayCreate={allowedActions.canCreate === true} mayUpdate={allowedActions.canUpdate === true} />
    </Card>
  );
};
