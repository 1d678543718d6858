import { hostname } from 'node:os';
import { createId } from '@paralleldrive/cuid2';

/**
 * How long a lease lasts: longer than all requests of one capture may take, including those to the fallback. If a node dies, its
 * rows are free again after this time.
 */
export const LEASE_MS = 60_000;

/**
 * A new owner of leases. Each claim has its own, so that a capture that has outlived its lease cannot overwrite the capture with
 * the next lease, even in the same process.
 */
export const newLeaseOwner = (): string => `${hostname().slice(0, 60)}:${process.pid}:${createId()}`;

/** The end of a lease that is taken now. @param now from the database's clock */
export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);
