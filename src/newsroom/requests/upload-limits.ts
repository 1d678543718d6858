/** In bytes: a photo in print quality, or a long report. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** Pictures and PDF. Not SVG: it may hold scripts, which would run in the newsroom's own origin. */
export const UPLOAD_TYPES = {
  allowedTypes: ['image/*', 'application/pdf'],
  deniedTypes: ['image/svg+xml'],
};
