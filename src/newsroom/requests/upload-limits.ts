/** In bytes. A photo in print quality or a long report fits. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** Pictures and PDF. SVG is refused because it may contain scripts, which would run in the newsroom's origin. */
export const UPLOAD_TYPES = {
  allowedTypes: ['image/*', 'application/pdf'],
  deniedTypes: ['image/svg+xml'],
};
