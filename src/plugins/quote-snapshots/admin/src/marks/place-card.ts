interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The distance of a card from its mention and from the edge of the window, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/**
 * The position of a card: below its mention, or above it if there is no room below, and always inside the window.
 *
 * @returns left and top in the window, in CSS pixels
 */
export const placeCard = (
  mention: Box,
  card: { width: number; height: number },
  window: { width: number; height: number },
): { left: number; top: number } => {
  const below = mention.bottom + GAP;
  const above = mention.top - GAP - card.height;
  const fits = below + card.height <= window.height - EDGE || above < EDGE;
  return {
    left: Math.max(EDGE, Math.min(mention.left, window.width - EDGE - card.width)),
    top: Math.max(EDGE, fits ? below : above),
  };
};
