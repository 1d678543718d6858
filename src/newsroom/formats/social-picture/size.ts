/** What social networks show without cutting: 1.91 to 1, in pixels. */
export const SOCIAL_PICTURE_SIZE = { width: 1200, height: 630 } as const;
