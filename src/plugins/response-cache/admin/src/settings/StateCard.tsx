import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/admin/strapi-admin';
import { Dialog } from '@strapi/design-system';
import { useClearCacheMutation, useSwitchCacheOnMutation } from '../api/cache-api';
import type { Status } from '../api/status';
import { useText } from '../text/use-text';
import { Card } from './Card';
import { whyOff } from './why-off';

interface StateCardProps {
  status: Status;
  /** Whether this person may clear it. */
  mayClear: boolean;
  onRefresh(): void;
}

/** Shows whether this node caches, why not, and what can be done. */
export const StateCard = ({ status, mayClear, onRefresh }: StateCardProps) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [clear, clearing] = useClearCacheMutation();
  const [switchOn, switching] = useSwitchCacheOnMutation();
  const why = whyOff(status);
  const run = async (act: () => PromiseLike<object>, done: 'cleared' | 'switchedOn'): Promise<void> => {
    const answer = await act();
    toggleNotification(
      'error' in answer
        ? { type: 'danger', message: text('failed') }
        : { type: 'success', message: text(done) },
    );
  };
  return (
    <Card
      title={text('state')}
      badges={<Badge active={status.state === 'on'}>{text(`state.${status.state}`)}</Badge>}
    >
      {why && <Typography>{text(why.key, why.values)}</Typography>}
      {status.level === 1 && <Typography>{text('state.levelOne')}</Typography>}
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" onClick={onRefresh}>
          {text('refresh')}
        </Button>
        {mayClear && status.state !== 'absent' && (
          <Dialog.Root>
            <Dialog.Trigger>
              <Button variant="danger-light" loading={clearing.isLoading}>
                {text('clear')}
              </Button>
            </Dialog.Trigger>
            <ConfirmDialog onConfirm={() => void run(() => clear(), 'cleared')}>
              {text('clear.confirm')}
            </ConfirmDialog>
          </Dialog.Root>
        )}
        {mayClear && status.offBy === 'shadow' && (
          <Button loading={switching.isLoading} onClick={() => void run(() => switchOn(), 'switchedOn')}>
            {text('switchOn')}
          </Button>
        )}
      </Flex>
    </Card>
  );
};
