/**
 * Whether Strapi's answer to a hit depends on what the database holds, so that the two answers may be compared. A refusal by a rate
 * limit, an error of the server, or a refusal without any read of the database may come at any time, whatever was written. So may
 * an error of a GraphQL field, which comes with the status of a success.
 *
 * @param status of Strapi's answer
 * @param tablesRead how many tables it was read from
 * @param hasErrors whether it is an answer of GraphQL with errors
 */
export const isComparable = (status: number, tablesRead: number, hasErrors: boolean): boolean =>
  !hasErrors && (status < 400 || (status !== 429 && status < 500 && tablesRead > 0));
