import { useAPIErrorHandler } from '@strapi/admin/strapi-admin';
import { Alert, Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import type { Setting } from '../api/answers';
import { useCheckMutation } from '../api/quotes-api';
import { useText, type TextKey } from '../text/use-text';
import { Card } from './Card';
import { CheckReportView } from './CheckReportView';
import { MOST_CHECKED, readInstruments } from './read-instruments';

const PROBLEMS: Readonly<Record<'empty' | 'tooMany' | 'malformed', TextKey>> = {
  empty: 'check.empty',
  tooMany: 'check.tooMany',
  malformed: 'check.malformed',
};

interface HealthCheckProps {
  /** The instrument with which the field is filled at first. */
  usual: string;
  settings: readonly Setting[];
}

/** Asks the providers for quotes and shows their answers, like `npm run quotes` in a terminal. */
export const HealthCheck = ({ usual, settings }: HealthCheckProps) => {
  const text = useText();
  const { formatAPIError } = useAPIErrorHandler();
  const [line, setLine] = useState(usual);
  const [problem, setProblem] = useState<string | undefined>();
  const [check, { data, error, isLoading, reset }] = useCheckMutation();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readInstruments(line);
    if ('instruments' in read) return void check(read.instruments);
    // The result of an earlier check is cleared.
    reset();
    setProblem(
      text(PROBLEMS[read.problem], { most: MOST_CHECKED, value: 'value' in read ? read.value : '' }),
    );
  };

  return (
    <Card title={text('check')}>
      <form onSubmit={submit} noValidate>
        <Flex direction="column" alignItems="flex-start" gap={4}>
          <Field.Root
            name="instruments"
            error={problem}
            hint={text('check.hint', { most: MOST_CHECKED })}
            width="100%"
          >
            <Field.Label>{text('check.instruments')}</Field.Label>
            <TextInput
              value={line}
              onChange={({ target }: { target: { value: string } }) => {
                setLine(target.value);
                setProblem(undefined);
              }}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Button type="submit" variant="secondary" loading={isLoading}>
            {text('check.now')}
          </Button>
        </Flex>
      </form>
      <Box aria-live="polite" aria-busy={isLoading}>
        {isLoading && <Typography textColor="neutral600">{text('check.asking')}</Typography>}
        {error && !isLoading && (
          <Alert variant="danger" title={text('check.notMade')} closeLabel={text('close')} onClose={reset}>
            {formatAPIError(error as Parameters<typeof formatAPIError>[0])}
          </Alert>
        )}
        {data && !isLoading && (
          <Flex direction="column" alignItems="stretch" gap={5}>
            {data.data.map((report) => (
              <CheckReportView key={report.role} report={report} settings={settings} />
            ))}
          </Flex>
        )}
      </Box>
    </Card>
  );
};
