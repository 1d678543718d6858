import type { Transcript } from '../replay/transcript';
import type { Statement } from './read-statement';

/** The notes on a request while Strapi answers it. */
export interface Recording {
  /** Tables that were read. */
  tables: Set<string>;
  /** The first reason why the answer must not be stored. */
  fault: string | undefined;
  /** The Koa context, once a statement was seen in it. */
  ctx: object | undefined;
  /** The GraphQL operation: why it must not be stored, and its fields as `Type.field`. Undefined if there was none. */
  operation: { fault: string | undefined; fields: readonly string[] } | undefined;
  /** The database statements, so that they can be run again; undefined if they will not be. */
  transcript: Transcript | undefined;
}

export const newRecording = (transcript: Transcript | undefined): Recording => ({
  tables: new Set(),
  fault: undefined,
  ctx: undefined,
  operation: undefined,
  transcript,
});

/** Notes the effect of a statement of the request. */
export const noteStatement = (recording: Recording, statement: Statement): void => {
  if (statement.kind === 'fault') recording.fault ??= statement.why;
  else if (statement.kind === 'reads') for (const table of statement.tables) recording.tables.add(table);
};
