import { errors } from '@strapi/utils';
import { readGivenChange } from '../../../../src/newsroom/corrections/judge-change';
import { refuseIfRetracted } from '../../../../src/newsroom/corrections/refuse-if-retracted';
import type { LastPublication } from '../../../../src/newsroom/corrections/publication-history';
import { publicationRefusal } from '../../../../src/newsroom/publication/publication-refusal';
import { reasonsOfError } from '../../../../src/newsroom/refusals/reasons-of-error';
import { embargoRefusal } from '../../../../src/newsroom/schedule/refuse-embargoed';

const thrownBy = (run: () => unknown): Error => {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
};

const at = new Date('2026-11-27T21:05:00.000Z');
const retracted = { retractedAt: at } as LastPublication;
const finding = { rule: 'byline', level: 'block', field: 'byline', message: 'No byline.' } as const;

/** As Strapi refuses what does not fit the content type. */
const yup = (): Error => {
  const error = new errors.YupValidationError({
    name: 'ValidationError',
    inner: [{ path: 'title', message: 'title must be defined.' }],
    message: '2 errors',
  } as never);
  return error;
};

it.each([
  [
    'a rule',
    publicationRefusal('en', [{ ...finding, fault: 'missingByline', values: { kind: 'opinion' } }]),
    [{ code: 'missingByline', values: { kind: 'opinion' } }],
  ],
  [
    'an embargo',
    embargoRefusal('de', at),
    [{ code: 'embargo', values: { locale: 'de', until: at.toISOString() } }],
  ],
  [
    'a retraction',
    thrownBy(() => refuseIfRetracted(retracted, 'en')),
    [{ code: 'retracted', values: { at: at.toISOString() } }],
  ],
  [
    'a change of what readers have not seen',
    thrownBy(() => readGivenChange({ kind: 'minor', note: null }, undefined)),
    [{ code: 'changeBeforeFirst', values: {} }],
  ],
  [
    'a correction without a note',
    thrownBy(() => readGivenChange({ kind: 'correction', note: ' ' }, retracted)),
    [{ code: 'changeNoteMissing', values: {} }],
  ],
  [
    'a note without a kind',
    thrownBy(() => readGivenChange({ kind: null, note: 'Words.' }, retracted)),
    [{ code: 'changeNoteWithoutKind', values: {} }],
  ],
  ['Strapi’s own validation', yup(), [{ code: 'invalidFields', values: { fields: 'title' } }]],
  ['an error of another plugin', new errors.ApplicationError('No.'), null],
  ['one with details of its own', new errors.ApplicationError('No.', { errors: [{ path: [] }] }), null],
  ['one with odd details', new errors.ApplicationError('No.', { errors: 'no list' }), null],
])('the reasons of %s', (_name, error, reasons) => expect(reasonsOfError(error)).toEqual(reasons));
