import { errors } from '@strapi/utils';
import { z } from 'zod';

/** A parameter that stands in the address once: given twice, a query string makes a list of it. */
export const once = z.string().max(255).optional();

/**
 * The parameters of a request.
 *
 * @throws ValidationError that names the parameter that is unknown, given twice or wrong
 */
export const readQuery = <Shape extends z.ZodRawShape>(
  query: unknown,
  shape: z.ZodObject<Shape>,
): z.infer<z.ZodObject<Shape>> => {
  const parsed = shape.strict().safeParse(query);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError(z.prettifyError(parsed.error), { parameters: Object.keys(shape.shape) });
};
