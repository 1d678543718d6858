import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../text/use-text';
import type { QuoteRow } from './quote-rows';
import type { TextActs } from './text-acts';

const LikeText = styled.button`
  color: inherit;
  font: inherit;
  text-decoration: underline dotted;
  text-underline-offset: 3px;
  cursor: pointer;
  &:hover {
    text-decoration-style: solid;
  }
`;

interface SymbolOfRowProps {
  row: QuoteRow;
  /** The listing for people: `MSFT (NASDAQ)`. */
  listing: string;
  inText: TextActs | undefined;
}

/** The symbol of a row. If the text has a mention, pressing the symbol leads to it, and pressing again to the next one. */
export const SymbolOfRow = ({ row, listing, inText }: SymbolOfRowProps) => {
  const text = useText();
  const symbol = row.exchange ? row.symbol : `$${row.symbol}`;
  return (
    <Typography fontWeight="bold" textColor="neutral800">
      {inText?.inText.has(row.key) ? (
        <LikeText
          type="button"
          aria-label={text('mark.show', { listing })}
          onClick={() => inText.goTo(row.key)}
        >
          {symbol}
        </LikeText>
      ) : (
        symbol
      )}
    </Typography>
  );
};
