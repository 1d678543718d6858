import { Box, VisuallyHidden } from '@strapi/design-system';
import { useText, type TextKey } from '../text/use-text';
import type { RowState } from './quote-rows';

/** States differ by shape and by colour: filled is done, hollow is still to come, and a square needs a decision. */
const LOOKS: Readonly<Record<RowState, { colour: string; shape: 'filled' | 'hollow' | 'square' | 'line' }>> =
  {
    choose: { colour: 'warning600', shape: 'square' },
    unquoted: { colour: 'danger600', shape: 'square' },
    failed: { colour: 'danger600', shape: 'square' },
    waiting: { colour: 'warning600', shape: 'hollow' },
    new: { colour: 'primary600', shape: 'hollow' },
    late: { colour: 'warning600', shape: 'filled' },
    captured: { colour: 'success600', shape: 'filled' },
    voided: { colour: 'neutral500', shape: 'line' },
    removed: { colour: 'neutral500', shape: 'line' },
  };

/** The name of a state. */
export const stateName = (state: RowState): TextKey => `row.${state}`;

export const StateDot = ({ state }: { state: RowState }) => {
  const text = useText();
  const { colour, shape } = LOOKS[state];
  return (
    <>
      <Box
        aria-hidden
        flex="0 0 auto"
        width="1rem"
        height={shape === 'line' ? '0.3rem' : '1rem'}
        background={shape === 'hollow' ? undefined : colour}
        borderColor={colour}
        borderStyle="solid"
        borderWidth="2px"
        style={{ borderRadius: shape === 'square' || shape === 'line' ? '1px' : '50%' }}
      />
      <VisuallyHidden>{text(stateName(state))}</VisuallyHidden>
    </>
  );
};
