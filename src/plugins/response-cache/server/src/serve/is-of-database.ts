/**
 * Whether Strapi's answer to a hit says anything of what the database holds. A refusal by a rate limit, an error of the
 * server, or a refusal for which the database was not asked may come at any time, whatever was written. So may an error of a
 * field of GraphQL, which comes with the status of a success.
 *
 * @param status of Strapi's answer
 * @param tablesRead how many tables it was read from
 * @param hasErrors whether it is GraphQL's, and has errors
 */
export const isOfDatabase = (status: number, tablesRead: number, hasErrors: boolean): boolean =>
  !hasErrors && (status < 400 || (status !== 429 && status < 500 && tablesRead > 0));
