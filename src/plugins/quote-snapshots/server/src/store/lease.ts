import { hostname } from 'node:os';
import { createId } from '@paralleldrive/cuid2';

/** Longer than every request that a capture makes may take, with the fallback's; a node that dies gives back after it. */
export const LEASE_MS = 60_000;

/**
 * Who holds a lease: nobody else, of this process or any other. Claims take an owner each: one that outlived its lease
 * cannot write over the next one's capture.
 */
export const newOwner = (): string => `${hostname().slice(0, 60)}:${process.pid}:${createId()}`;

/** Until when a lease runs that is taken now. @param now by the database's clock */
export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);
