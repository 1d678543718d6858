import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { causeOf, CAUSE_CODES } from '../settings/cause-of';
import { useText, type TextKey } from '../text/use-text';
import type { FilterName, RecordFilter } from '../links/record-filter';

const STATES = ['captured', 'pending', 'unavailable', 'voided'] as const;

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
}

const Choice = ({ label, value = '', options, onChange }: ChoiceProps) => {
  const text = useText();
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
        <SingleSelectOption value="">{text('record.any')}</SingleSelectOption>
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

interface RecordFiltersProps {
  filter: RecordFilter;
  onChange(filter: RecordFilter): void;
}

/** The form above the record. It sends no request before it is submitted. */
export const RecordFilters = ({ filter, onChange }: RecordFiltersProps) => {
  const text = useText();
  const [draft, setDraft] = useState(filter);
  const set = (name: FilterName) => (value: string) => setDraft((before) => ({ ...before, [name]: value }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    onChange(draft);
  };
  const clear = () => {
    setDraft({});
    onChange({});
  };
  const field = (name: FilterName, label: TextKey, type: 'text' | 'date', placeholder?: string) => (
    <Field.Root name={name}>
      <Field.Label>{text(label)}</Field.Label>
      <Field.Input
        type={type}
        value={draft[name] ?? ''}
        placeholder={placeholder}
        onChange={(event: { target: { value: string } }) => set(name)(event.target.value)}
      />
    </Field.Root>
  );
  return (
    <form onSubmit={send} aria-label={text('record.filters')}>
      <Box
        background="neutral0"
        padding={6}
        hasRadius
        shadow="tableShadow"
        style={{
          display: 'grid',
          gap: '1.6rem',
          gridTemplateColumns: 'repeat(auto-fill, minmax(16rem, 1fr))',
          alignItems: 'end',
        }}
      >
        {field('listing', 'record.listing', 'text', 'XNAS:MSFT')}
        <Choice
          label={text('record.state')}
          value={draft.state}
          options={STATES.map((state) => ({ value: state, label: text(`state.${state}`) }))}
          onChange={set('state')}
        />
        <Choice
          label={text('record.reason')}
          value={draft.reason}
          options={CAUSE_CODES.map((code) => ({ value: code, label: text(causeOf(code)) }))}
          onChange={set('reason')}
        />
        {field('provider', 'record.provider', 'text')}
        {field('from', 'record.from', 'date')}
        {field('to', 'record.to', 'date')}
        <Flex gap={2} wrap="wrap">
          <Button type="submit">{text('record.show')}</Button>
          {/* In German and French it is wider than its column: its words would stand outside of it. */}
          <Button variant="tertiary" onClick={clear} style={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
            {text('record.clear')}
          </Button>
        </Flex>
      </Box>
    </form>
  );
};
