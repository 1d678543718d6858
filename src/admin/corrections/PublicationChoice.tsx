import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../text/use-text';
import type { PublicationLine } from './publications';

interface PublicationChoiceProps {
  label: string;
  lines: readonly PublicationLine[];
  /** The id of the chosen publication. */
  value: number;
  onChange(id: number): void;
}

/** A menu of the publications of an article, each with its time and kind. */
export const PublicationChoice = ({ label, lines, value, onChange }: PublicationChoiceProps) => {
  const text = useText();
  const { formatDate } = useIntl();
  return (
    <Field.Root flex="1">
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={String(value)} onChange={(chosen) => onChange(Number(chosen))}>
        {lines.map(({ id, at, change }) => (
          <SingleSelectOption key={id} value={String(id)}>
            {`${formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' })} · ${text(`publication.${change}`)}`}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};
