import type { Core } from '@strapi/strapi';
import { runScheduleTurn } from '../../../newsroom/schedule/worker/run-turn';

/** `strapi.service('api::article.schedule')`: for code that cannot wait for the next second, such as tests. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Publishes and unpublishes the articles that are due. Never rejects. */
  runTurn: (): Promise<void> => runScheduleTurn(strapi),
});
