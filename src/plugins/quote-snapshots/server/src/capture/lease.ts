import { hostname } from 'node:os';
import { createId } from '@paralleldrive/cuid2';

/** Longer than every request that a capture makes may take, with the fallback's; a node that dies gives back after it. */
export const LEASE_MS = 60_000;

/** The right to ask for some rows and to write down what came of it. */
export interface Lease {
  owner: string;
  until: Date;
}

/** Nobody else's, of this process or any other. */
export const newOwner = (): string => `${hostname().slice(0, 60)}:${process.pid}:${createId()}`;

/** A lease from now on. Claims take an owner each: one that outlived its lease cannot write over the next one's capture. */
export const leaseOf = (owner: string, now: Date): Lease => ({
  owner,
  until: new Date(now.getTime() + LEASE_MS),
});
