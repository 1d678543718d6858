import { Typography } from '@strapi/design-system';
import type { LiveAnswer, Snapshot } from '../api/answers';
import { useText } from '../text/use-text';

interface CreditsProps {
  snapshots: readonly Snapshot[];
  answers: ReadonlyMap<string, LiveAnswer>;
}

/** How late live quotes are, and the credits of all figures, once below the list. */
export const Credits = ({ snapshots, answers }: CreditsProps) => {
  const text = useText();
  const quoted = [...answers.values()].filter(({ quote }) => quote !== undefined);
  const delay = Math.max(0, ...quoted.map(({ quote }) => quote?.delayMinutes ?? 0));
  const credits = new Set(
    [...snapshots, ...quoted].flatMap(({ attribution }) => (attribution ? [attribution] : [])),
  );
  if (credits.size === 0) return null;
  const lines = [...(delay > 0 ? [text('quote.delayed', { minutes: delay })] : []), ...credits];
  return (
    <Typography variant="pi" textColor="neutral600">
      {lines.join(' · ')}
    </Typography>
  );
};
