import { Box, Flex, Typography } from '@strapi/design-system';
import type { SnapshotState } from '../api/answers';
import { useText, type TextKey } from '../text/use-text';

const STATES: Readonly<Record<SnapshotState | 'late', { key: TextKey; colour: string }>> = {
  captured: { key: 'state.captured', colour: 'success600' },
  late: { key: 'state.late', colour: 'warning600' },
  pending: { key: 'state.pending', colour: 'warning600' },
  unavailable: { key: 'state.unavailable', colour: 'danger600' },
  voided: { key: 'state.voided', colour: 'neutral500' },
};

/** The state of a snapshot: a dot in its colour, and its name in the text colour, which is readable in any theme. */
export const StateBadge = ({ state, late = false }: { state: SnapshotState; late?: boolean }) => {
  const text = useText();
  const { key, colour } = STATES[late && state === 'captured' ? 'late' : state];
  return (
    <Flex gap={1} flex="0 0 auto">
      <Box aria-hidden width="0.8rem" height="0.8rem" background={colour} style={{ borderRadius: '50%' }} />
      <Typography variant="pi" textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
        {text(key)}
      </Typography>
    </Flex>
  );
};
