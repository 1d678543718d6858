import { useForm } from '@strapi/strapi/admin';
import { Field, Flex, SingleSelect, SingleSelectOption, Textarea, Typography } from '@strapi/design-system';
import { useChecks, type CheckedForm } from '../publication-checks/use-checks';
import { useText } from '../text/use-text';
import { useKeptWords } from './use-kept-words';

const KINDS = ['correction', 'update', 'minor'] as const;

/** The longest note that the server accepts. */
const LONGEST = 2_000;

/** Asks what a change of the text is, once readers have seen another one. The answer is saved and published with the form. */
export const ChangeQuestion = (form: CheckedForm) => {
  const text = useText();
  useKeptWords();
  const { data: checks } = useChecks(form);
  const values = useForm('ChangeQuestion', ({ values: all }) => all) as Record<string, unknown>;
  const change = useForm('ChangeQuestion', ({ onChange }) => onChange);
  const { changeKind: kind, changeNote: note } = values;
  if (!checks?.data.change.differs && !kind) return null;
  const isCorrection = kind === 'correction';
  const isNoteMissing = isCorrection && !(typeof note === 'string' && note.trim());
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography aria-live="polite">{text('change.ask')}</Typography>
      <Field.Root name="changeKind">
        <Field.Label>{text('change')}</Field.Label>
        <SingleSelect
          value={typeof kind === 'string' ? kind : ''}
          placeholder={text('change.none')}
          clearLabel={text('change.clear')}
          onClear={() => {
            change('changeKind', null);
            // Tells the server that it was cleared: a form that was opened before a colleague chose a kind has neither.
            change('changeNote', '');
          }}
          onChange={(chosen) => {
            change('changeKind', String(chosen));
            // Tells the server that it was chosen: a form that was opened with this kind, and without a note, has none.
            if (typeof note !== 'string') change('changeNote', '');
          }}
        >
          {KINDS.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {text(`change.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {typeof kind === 'string' && kind !== '' && (
        <Field.Root
          name="changeNote"
          required={isCorrection}
          hint={isNoteMissing ? text('change.noteMissing') : undefined}
        >
          <Field.Label>{text(isCorrection ? 'change.note' : 'change.reason')}</Field.Label>
          <Textarea
            value={typeof note === 'string' ? note : ''}
            maxLength={LONGEST}
            onChange={(event) => change('changeNote', event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
      )}
    </Flex>
  );
};
