import type { Core } from '@strapi/strapi';
import { logLine } from '../log-line';
import type { SnapshotState } from '../store/snapshot-row';
import type { CaptureOutcome } from '../store/statements/write-outcomes';
import type { ListedRow } from './listed-row';

const distinct = (values: (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

/** Logs the outcomes of rows, in one line for each publication. */
export const logCaptures = (
  strapi: Core.Strapi,
  rows: readonly ListedRow[],
  outcomes: ReadonlyMap<number, CaptureOutcome>,
  durationMs: number,
): void => {
  for (const key of new Set(rows.map(({ relatedKey }) => relatedKey))) {
    const ofPublication = rows.filter(({ relatedKey }) => relatedKey === key);
    const written = ofPublication.flatMap(({ id, instrument }) => {
      const outcome = outcomes.get(id);
      return outcome ? [{ ...outcome, instrument }] : [];
    });
    const inState = (state: SnapshotState): string[] =>
      written.filter((outcome) => outcome.state === state).map(({ instrument }) => instrument);
    strapi.log.info(
      logLine('capture', {
        type: ofPublication[0]?.relatedType,
        document: ofPublication[0]?.relatedDocumentId,
        locale: ofPublication[0]?.relatedLocale,
        captured: inState('captured'),
        pending: inState('pending'),
        unavailable: inState('unavailable'),
        failures: distinct(written.map(({ failureCode }) => failureCode)),
        provider: distinct(written.map(({ provider }) => provider)),
        attempt: Math.max(...ofPublication.map(({ attempts }) => attempts)) + 1,
        durationMs,
      }),
    );
  }
};
