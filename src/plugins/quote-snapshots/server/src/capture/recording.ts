import { AsyncLocalStorage } from 'node:async_hooks';

const underWay = new AsyncLocalStorage<true>();

/**
 * Runs a publication whose record is written in the same transaction: the published entries that it creates can
 * carry their mark from the start.
 */
export const whileRecording = <T>(run: () => T): T => underWay.run(true, run);

export const isRecording = (): boolean => underWay.getStore() === true;
