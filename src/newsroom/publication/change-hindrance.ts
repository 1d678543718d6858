import { readGivenChange } from '../corrections/judge-change';
import type { LastPublication } from '../corrections/publication-history';
import { refuseIfRetracted } from '../corrections/refuse-if-retracted';
import { reasonsOfError } from '../refusals/reasons-of-error';

/** Faults of the declared change. The admin UI has a text for each, in the editor's language. */
const CHANGE_FAULTS = [
  'retracted',
  'changeNoteMissing',
  'changeNoteTooLong',
  'changeNoteWithoutKind',
  'changeBeforeFirst',
] as const;
export type ChangeFault = (typeof CHANGE_FAULTS)[number] | 'changeRefused';

/**
 * Why a publication of this version would be refused because of earlier publications, as a finding: the article was retracted, or
 * the change is declared wrongly. It calls the functions that refuse the publication.
 *
 * @param last the publication that readers see now; undefined if it was never published
 */
export const changeHindrance = (
  version: Readonly<{ locale: string } & Record<string, unknown>>,
  last: LastPublication | undefined,
) => {
  try {
    refuseIfRetracted(last, version.locale);
    readGivenChange({ kind: version.changeKind, note: version.changeNote }, last);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason] = reasonsOfError(error) ?? [];
    const fault = CHANGE_FAULTS.find((name) => name === reason?.code) ?? ('changeRefused' as const);
    const field = fault.startsWith('changeNote') ? 'changeNote' : 'changeKind';
    return { field, fault, values: reason?.values ?? {}, message: error.message };
  }
};
