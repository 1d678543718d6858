import { hostname } from 'node:os';
import { createId } from '@paralleldrive/cuid2';

/**
 * How long a lease runs: longer than all requests of one capture may take, those to the fallback included. The rows of
 * a node that dies are free again after it.
 */
export const LEASE_MS = 60_000;

/**
 * A new owner of leases. Each claim gets its own: a capture that has outlived its lease can then not write over the
 * capture that holds the next one, even in the same process.
 */
export const newLeaseOwner = (): string => `${hostname().slice(0, 60)}:${process.pid}:${createId()}`;

/** Until when a lease runs that is taken now. @param now by the database's clock */
export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);
