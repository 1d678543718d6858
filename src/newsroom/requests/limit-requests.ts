import type { Core } from '@strapi/strapi';
import { guardSignInMutations } from '../graphql/guard-sign-in';
import { limitQueryCost } from '../query-cost/limit-query-cost';
import { readIpv6Prefix, readRateLimits } from './request-environment';
import { installRequestIntake } from './request-intake';

/** Limits the size, the number and the cost of requests. Must be called before routes are mounted. */
export const limitRequests = (strapi: Core.Strapi): void => {
  const limits = readRateLimits(process.env);
  const ipv6Prefix = readIpv6Prefix(process.env);
  installRequestIntake(strapi, limits, ipv6Prefix);
  limitQueryCost(strapi);
  guardSignInMutations(strapi, limits.signIn, ipv6Prefix);
};
