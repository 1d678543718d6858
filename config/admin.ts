import type { Core } from '@strapi/strapi';
import { readUrl } from '../src/newsroom/environment';
import { previewButtonUrl } from '../src/preview/preview-button-url';

/** The origin that the admin UI may show in a frame. */
const previewOrigin = (): string => {
  const page = readUrl(process.env, 'PREVIEW_URL');
  return page ? new URL(page).origin : "'self'";
};

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET')! },
  apiToken: { salt: env('API_TOKEN_SALT')! },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT')! } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY')! },
  // A headless node, or a test, serves the API alone and needs no admin build.
  serveAdminPanel: env.bool('SERVE_ADMIN', true),
  // The Preview button opens our own page, or the frontend's that PREVIEW_URL names.
  preview: {
    enabled: true,
    config: {
      allowedOrigins: [previewOrigin()],
      handler: previewButtonUrl(readUrl(process.env, 'PREVIEW_URL'), env('ADMIN_JWT_SECRET')!),
    },
  },
  flags: { nps: false, promoteEE: false, docLinks: true },
});

export default config;
