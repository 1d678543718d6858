/** A market and where its clocks are. */
export interface Market {
  /** ISO 10383 market identifier code, as `XNYS`. */
  mic: string;
  /** IANA time zone, as `America/New_York`. */
  timeZone: string;
}
