import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { ListingSuggestion } from '../api/answers';
import { useChangeField, useFormValues } from '../strapi/use-edited-form';
import { useText } from '../text/use-text';
import { insertListing, valueAt } from './insert-listing';

interface SuggestionsProps {
  suggestions: readonly ListingSuggestion[];
}

/**
 * Companies that the text names without a listing, each with a button that inserts a listing after the name. They get no quotes
 * otherwise.
 */
export const Suggestions = ({ suggestions }: SuggestionsProps) => {
  const text = useText();
  const heading = useId();
  const values = useFormValues();
  const change = useChangeField();
  if (suggestions.length === 0) return null;

  const insert = (suggestion: ListingSuggestion, inserted: string) => {
    const changed = insertListing(valueAt(values, suggestion.field), suggestion, inserted);
    // If the text has changed since it was read, the next answer will have the new offsets.
    if (changed !== undefined) change(suggestion.field, changed);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography id={heading} tag="h3" variant="sigma" textColor="neutral600">
        {text('suggestions')}
      </Typography>
      <Box tag="ul" aria-labelledby={heading}>
        {suggestions.map((suggestion) => (
          <Flex
            key={`${suggestion.field} ${suggestion.start}`}
            tag="li"
            direction="column"
            alignItems="flex-start"
            gap={1}
            paddingTop={1}
            paddingBottom={1}
          >
            <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {suggestion.text}
            </Typography>
            <Flex gap={1} wrap="wrap">
              {suggestion.listings.map(({ instrument, exchange, symbol, insert: inserted }) => (
                <Button
                  key={instrument}
                  variant="tertiary"
                  size="S"
                  aria-label={text('suggestions.insertBehind', {
                    listing: `${exchange}: ${symbol}`,
                    name: suggestion.text,
                  })}
                  onClick={() => insert(suggestion, inserted)}
                >
                  {text('suggestions.insert', { listing: `${exchange}: ${symbol}` })}
                </Button>
              ))}
            </Flex>
          </Flex>
        ))}
      </Box>
    </Flex>
  );
};
