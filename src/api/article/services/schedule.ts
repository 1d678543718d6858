import type { Core } from '@strapi/strapi';
import { runScheduleTurn } from '../../../newsroom/schedule/worker/run-turn';

/** `strapi.service('api::article.schedule')`: for code that does not want to wait for the next second, as tests do. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Publishes and unpublishes what is due. Never rejects. */
  runTurn: (): Promise<void> => runScheduleTurn(strapi),
});
