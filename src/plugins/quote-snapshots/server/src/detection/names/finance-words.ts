/** Words that often stand near a company's name in market news, in English, German, French and Spanish. */
const FINANCE_WORDS: ReadonlySet<string> = new Set(
  `share shares stock stocks shareholder shareholders earnings revenue revenues sales profit profits dividend dividends buyback quarter quarterly
  guidance outlook forecast analyst analysts investor investors ceo cfo market valuation ipo listing merger acquisition acquires acquired bid
  downgrade downgraded upgrade upgraded rating nasdaq nyse billion million trillion
  aktie aktien umsatz gewinn quartal dividende anleger analysten börse prognose milliarden millionen
  action actions titre bénéfice trimestre dividende investisseurs analystes bourse milliards millions chiffre
  acción acciones beneficio ingresos trimestre dividendo inversores analistas bolsa millones`.split(/\s+/),
);

export const isFinanceWord = (word: string): boolean => FINANCE_WORDS.has(word.toLowerCase());
