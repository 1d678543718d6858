import { AsyncLocalStorage } from 'node:async_hooks';
import type { PublicationReading } from './read-publication';

/** A publication that is under way, whose record is written in the same transaction. */
export interface Recording {
  /** What has been read of it, by the type and the ids of its entries: rules may ask before it is recorded. */
  readings: Map<string, Promise<PublicationReading>>;
}

const underWay = new AsyncLocalStorage<Recording>();

/**
 * Runs a publication together with the writing of its record: the published entries that it creates can carry their
 * mark from the start.
 */
export const whileRecording = <T>(run: () => T): T => underWay.run({ readings: new Map() }, run);

/** The publication that the caller is part of, if any. */
export const recordingUnderWay = (): Recording | undefined => underWay.getStore();
