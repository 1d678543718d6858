/** A listing that an editor has chosen for an ambiguous mention. */
export interface SettledChoice<Ticker> {
  symbol: string;
  exchange: string | null;
  ticker: Ticker;
  /** Whether the form links the ticker because of the choice. */
  isLinked: boolean;
}

/**
 * Updates choices after a change of the text. A choice is removed with its mention and restored with it, for example when a
 * sentence is cut and pasted elsewhere.
 *
 * @param mentions the mentions of the present text
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
