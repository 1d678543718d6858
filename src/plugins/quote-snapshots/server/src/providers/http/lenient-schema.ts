import { z } from 'zod';

/** A field whose wrong type counts as absent: one bad field must not cost a whole batch. */
export const lenient = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);

/** A list whose bad entries count as null, for the same reason. */
export const lenientList = <T extends z.ZodType>(entry: T) => z.array(entry.nullable().catch(null));

/** A field that is parsed later and may be missing: a figure or a time. */
export const unvalidated = z.unknown().optional();
