/** The colour of a change. Its sign is always shown too. */
export const colourOfChange = (change: number | null): string => {
  if (!change) return 'neutral600';
  return change > 0 ? 'success600' : 'danger600';
};
