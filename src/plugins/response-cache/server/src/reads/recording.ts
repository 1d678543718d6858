import type { Transcript } from '../replay/transcript';
import type { Statement } from './read-statement';

/** What is noted of a request while Strapi answers it. */
export interface Recording {
  /** Tables that were read. */
  tables: Set<string>;
  /** The first reason why the answer is not to be stored. */
  fault: string | undefined;
  /** The Koa context, once a statement was seen in it. */
  ctx: object | undefined;
  /** The operation of GraphQL: why it is not to be stored, and its fields as `Type.field`. Undefined where there was none. */
  operation: { fault: string | undefined; fields: readonly string[] } | undefined;
  /** What was asked of the database, to ask it again; undefined where nothing will be. */
  transcript: Transcript | undefined;
}

export const newRecording = (transcript: Transcript | undefined): Recording => ({
  tables: new Set(),
  fault: undefined,
  ctx: undefined,
  operation: undefined,
  transcript,
});

/** Notes what a statement of the request does. */
export const note = (recording: Recording, statement: Statement): void => {
  if (statement.kind === 'fault') recording.fault ??= statement.why;
  else if (statement.kind === 'reads') for (const table of statement.tables) recording.tables.add(table);
};
