import { errors } from '@strapi/utils';
import { z } from 'zod';

/** A parameter that may be given once. If it is given twice, the query parser makes a list of it. */
export const singleParameter = z.string().max(255).optional();

/**
 * Validates the parameters of a request.
 *
 * @throws ValidationError that names the parameter that is unknown, repeated or wrong
 */
export const readQuery = <Shape extends z.ZodRawShape>(
  query: unknown,
  shape: z.ZodObject<Shape>,
): z.infer<z.ZodObject<Shape>> => {
  const parsed = shape.strict().safeParse(query);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError(z.prettifyError(parsed.error), { parameters: Object.keys(shape.shape) });
};
