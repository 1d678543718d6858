import { z } from 'zod';

/** A field that counts as absent if it has the wrong type, so that one bad field does not cost a whole batch. */
export const lenient = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);

/** A list whose bad entries count as null, for the same reason. */
export const lenientList = <T extends z.ZodType>(entry: T) => z.array(entry.nullable().catch(null));

/** A field that is parsed later and may be missing: a figure or a time. */
export const unvalidated = z.unknown().optional();
