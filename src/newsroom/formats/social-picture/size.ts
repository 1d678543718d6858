/** The size that social networks show without cropping, in pixels: 1.91 to 1. */
export const SOCIAL_PICTURE_SIZE = { width: 1200, height: 630 } as const;
