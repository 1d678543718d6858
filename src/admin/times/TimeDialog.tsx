import { useNotification } from '@strapi/strapi/admin';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { useText } from '../text/use-text';
import type { ArticleTimes, SetField } from './article-times';
import { InstantField } from './InstantField';
import { readLocal } from './zoned-time';
import { isEarlierEmbargo, refuseInstant } from './refuse-instant';
import { errorAtField } from './error-at-field';
import { useMoveEmbargoMutation, useSetTimesMutation, type Place } from './times-api';
import { useTypedInstant } from './use-typed-instant';

/** The longest reason that the server accepts, and the shortest. */
const LONGEST_REASON = 1_000;
const SHORTEST_REASON = 3;

interface Fault {
  of: 'instant' | 'reason';
  message: string;
}

interface TimeDialogProps {
  field: SetField;
  /** Whether the embargo is to be lifted, so that no instant is asked for. */
  lifts: boolean;
  place: Place;
  article: ArticleTimes;
  now: Date;
  onClose(): void;
}

/** Asks for an instant, in the market's zone or the editor's own. If an embargo is to end earlier, it also asks for the reason. */
export const TimeDialog = ({ field, lifts, place, article, now, onClose }: TimeDialogProps) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { times, market, may } = article;
  const typed = useTypedInstant(times[field], market);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<Fault | undefined>();
  /** The time for which the fault was found. For another time it is not shown. */
  const [judged, setJudged] = useState('');
  const [setTimes, setting] = useSetTimesMutation();
  const [moveEmbargo, moving] = useMoveEmbargoMutation();
  const isProposal = field !== 'embargoUntil' && !may.publish;
  const { instant } = typed;
  const asksReason =
    field === 'embargoUntil' &&
    (lifts || (instant !== undefined && isEarlierEmbargo(times[field], instant, now)));

  /** The fault of the input; undefined if it can be sent. */
  const findFault = (): Fault | undefined => {
    if (!lifts) {
      const { kind } = readLocal(typed.local, typed.timeZone);
      if (instant === undefined) {
        return {
          of: 'instant',
          message: text(
            kind === 'skipped' ? 'times.skipped' : kind === 'twice' ? 'times.twice' : 'times.missing',
          ),
        };
      }
      const refusal = refuseInstant(field, instant, times, now);
      if (refusal) return { of: 'instant', message: text(`times.refused.${refusal}`) };
    }
    if (!asksReason) return undefined;
    if (!may.moveEmbargoEarlier) return { of: 'instant', message: text('times.earlierNeedsRight') };
    return reason.trim().length < SHORTEST_REASON
      ? { of: 'reason', message: text('times.reasonMissing') }
      : undefined;
  };

  const send = () => {
    const value = lifts ? null : (instant?.toISOString() ?? null);
    return asksReason
      ? moveEmbargo({ place, embargoUntil: value, reason: reason.trim() })
      : setTimes({ place, times: { [field]: value } });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The panel is inside the edit view's own form, which this event must not submit.
    event.stopPropagation();
    const found = findFault();
    setFault(found);
    setJudged(typed.local);
    if (found) return;
    const outcome = await send();
    if ('error' in outcome) {
      setFault({
        of: lifts ? 'reason' : 'instant',
        message: errorAtField(outcome.error, field) ?? text('failed'),
      });
      return;
    }
    toggleNotification({
      type: 'success',
      message: text(isProposal ? 'times.done.proposed' : lifts ? 'times.done.lifted' : 'times.done.set'),
    });
    onClose();
  };

  const title = lifts ? 'times.lift' : isProposal ? 'times.propose' : (`times.ask.${field}` as const);
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Modal.Header closeLabel={text('checks.close')}>
            <Modal.Title>{text(title)}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{text(`times.consequence.${field}`)}</Typography>
              {!lifts && (
                <InstantField
                  typed={typed}
                  market={market}
                  now={now}
                  error={fault?.of === 'instant' && judged === typed.local ? fault.message : undefined}
                />
              )}
              {asksReason && (
                <Field.Root
                  name="reason"
                  required
                  hint={text('times.reasonHint')}
                  error={fault?.of === 'reason' ? fault.message : undefined}
                >
                  <Field.Label>{text('times.reason')}</Field.Label>
                  <Textarea
                    value={reason}
                    maxLength={LONGEST_REASON}
                    onChange={(event) => setReason(event.target.value)}
                  />
                  <Field.Hint />
                  <Field.Error />
                </Field.Root>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {text('cancel')}
            </Button>
            <Button type="submit" loading={setting.isLoading || moving.isLoading}>
              {text(title)}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
