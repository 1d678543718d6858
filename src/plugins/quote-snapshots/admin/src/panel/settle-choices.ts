/** A mention that an editor has settled by choosing a listing. */
export interface SettledChoice<Ticker> {
  symbol: string;
  exchange: string | null;
  ticker: Ticker;
  /** Whether the form links the ticker because of the choice. */
  isLinked: boolean;
}

/**
 * What becomes of choices once the text names other things: a choice goes when its mention goes, and comes back with it, as when a
 * sentence is cut and pasted elsewhere.
 *
 * @param mentions those of the text as it stands
 */
export const settleChoices = <Ticker>(
  choices: readonly SettledChoice<Ticker>[],
  mentions: readonly { symbol: string; exchange: string | null }[],
): { unlink: SettledChoice<Ticker>[]; link: SettledChoice<Ticker>[] } => {
  const isNamed = ({ symbol, exchange }: SettledChoice<Ticker>): boolean =>
    mentions.some((mention) => mention.symbol === symbol && mention.exchange === exchange);
  return {
    unlink: choices.filter((choice) => choice.isLinked && !isNamed(choice)),
    link: choices.filter((choice) => !choice.isLinked && isNamed(choice)),
  };
};
