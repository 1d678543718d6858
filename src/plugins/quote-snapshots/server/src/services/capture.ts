import type { Core } from '@strapi/strapi';
import type { CaptureService } from '../api';
import { captureInOneBatch } from '../capture/capture-in-one-batch';
import { flushCaptures } from '../capture/finish-captures';
import { recaptureSnapshot } from '../capture/recapture-snapshot';
import { retrySnapshot } from '../capture/retry-snapshot';
import { voidSnapshot } from '../capture/void-snapshot';
import { pluginContext } from '../plugin-context';
import { runWorkerTurn } from '../worker/run-turn';

export default ({ strapi }: { strapi: Core.Strapi }): CaptureService => ({
  captureInOneBatch: (run) => captureInOneBatch(pluginContext(strapi), run),
  recapture: (documentId, reason, by) => recaptureSnapshot(pluginContext(strapi), documentId, reason, by),
  retry: (documentId) => retrySnapshot(pluginContext(strapi), documentId),
  void: (documentId, reason, by) => voidSnapshot(pluginContext(strapi), documentId, reason, by),
  flush: () => flushCaptures(pluginContext(strapi)),
  runWorkerTurn: () => runWorkerTurn(pluginContext(strapi)),
});
