import { hostname } from 'node:os';
import { createId } from '@paralleldrive/cuid2';

/** Longer than every request that a capture makes may take, with the fallback's; a node that dies gives back after it. */
export const LEASE_MS = 60_000;

/** The right to ask for some rows and to write down what came of it. */
export interface Lease {
  owner: string;
  until: Date;
}

/** A lease of its own for each claim: a claim that outlived its lease cannot write over the next one's capture. */
export const newLease = (now: Date): Lease => ({
  owner: `${hostname().slice(0, 60)}:${process.pid}:${createId()}`,
  until: new Date(now.getTime() + LEASE_MS),
});
