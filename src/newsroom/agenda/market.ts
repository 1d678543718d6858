/** A market and its time zone. */
export interface Market {
  /** ISO 10383 market identifier code, such as `XNYS`. */
  mic: string;
  /** IANA time zone, such as `America/New_York`. */
  timeZone: string;
}
