import { useForm } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { refusedWords } from '../refusals/refused-words';
import { useText } from '../text/use-text';
import type { Completion, CompletionSource } from './completion';
import { useCompleteTickerMutation } from './completion-api';
import { proposalsFor, type Proposal } from './empty-fields';
import { ProposedFields } from './ProposedFields';

const SOURCES: readonly CompletionSource[] = ['provider', 'openfigi'];

const textIn = (values: Record<string, unknown>, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
};

interface Answer extends Completion {
  source: CompletionSource;
  /** The listing that was looked up. Its values must not be filled in for another one. */
  listing: string;
}

/** Looks up the listing in the form on request, and fills in what an editor accepts. */
export const TickerCompletion = () => {
  const text = useText();
  const values = useForm('TickerCompletion', (form) => form.values) as Record<string, unknown>;
  const change = useForm('TickerCompletion', ({ onChange }) => onChange);
  const isReadOnly = useForm('TickerCompletion', ({ disabled }) => disabled);
  const [ask, { isLoading }] = useCompleteTickerMutation();
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<string>();
  const [symbol, mic, isin] = ['symbol', 'mic', 'isin'].map((field) => textIn(values, field)) as [
    string,
    string,
    string,
  ];
  const listing = `${mic}:${symbol}:${isin}`;
  if (isReadOnly) return <Typography textColor="neutral600">{text('completion.readOnly')}</Typography>;

  const lookUp = async (source: CompletionSource): Promise<void> => {
    setAnswer(undefined);
    setFailure(undefined);
    const found = await ask({ source, symbol, mic, ...(isin ? { isin } : {}) });
    if ('error' in found) setFailure(refusedWords(found.error) ?? text('completion.failed'));
    else setAnswer({ ...found.data.data, source, listing });
  };
  const fillIn = (proposals: readonly Proposal[]): void => {
    for (const { field, value } of proposals) change(field, value);
    setAnswer(undefined);
  };
  const current = answer?.listing === listing ? answer : undefined;
  const isNamed = symbol !== '' && mic !== '';
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography variant="pi" textColor="neutral600">
        {text(isNamed ? 'completion.hint' : 'completion.nameFirst')}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {SOURCES.map((source) => (
          <Button
            key={source}
            variant="tertiary"
            size="S"
            disabled={!isNamed}
            loading={isLoading}
            onClick={() => void lookUp(source)}
          >
            {text(`completion.from.${source}`)}
          </Button>
        ))}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={2} aria-live="polite">
        {failure && <Typography textColor="danger600">{failure}</Typography>}
        {current?.fault && (
          <Typography textColor="neutral800">{text(`completion.fault.${current.fault}`)}</Typography>
        )}
        {current && !current.fault && (
          <ProposedFields
            proposals={proposalsFor(values, current)}
            onFillIn={fillIn}
            onLeave={() => setAnswer(undefined)}
          />
        )}
      </Flex>
    </Flex>
  );
};
