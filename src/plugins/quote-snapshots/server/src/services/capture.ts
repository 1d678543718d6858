import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { createCapture } from '../capture/capture-pending';
import { createCorrections } from '../capture/correct-record';
import { createDocumentMiddleware } from '../capture/document-middleware';
import { createPublicationPreview } from '../capture/preview-publication';
import { createPublicationRecorder } from '../capture/record-publication';
import { createSettling } from '../capture/settling';
import { createSnapshotStore } from '../capture/snapshot-store';
import type { PluginConfig } from '../config/schema';
import { createTickerDirectory } from '../instruments/ticker-directory';
import { PLUGIN } from '../plugin-names';
import { pluginServices } from './plugin-services';

/** Everything between a publication and its snapshots, put together once per Strapi. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { deadlineMs, onRepublish, cashtags, tickerType } = strapi.config.get<PluginConfig>(
    `plugin::${PLUGIN}`,
  );
  const { desk, provider } = pluginServices(strapi).quotes;
  // Taken while no transaction is open: what runs in it is outside of all of them.
  const outside = AsyncLocalStorage.snapshot();

  const directory = createTickerDirectory(strapi, tickerType);
  const store = createSnapshotStore(strapi);
  const capture = createCapture({ strapi, store, desk, now: () => new Date() });
  const settling = createSettling({ deadlineMs, capture: (rows) => outside(() => capture.capture(rows)) });
  const waiting = `Waiting for an answer of the provider “${provider.name}”.`;
  const record = createPublicationRecorder({ strapi, store, directory, onRepublish, cashtags, waiting });

  return {
    directory,
    request: settling.request,
    together: settling.together,
    /** What publishing a draft, saved or not, would do to the record. */
    preview: createPublicationPreview({ strapi, store, directory, onRepublish, cashtags }),
    documentMiddleware: createDocumentMiddleware({ strapi, store, record, settling }),
    /** Captures what earlier publications still wait for. Never rejects. */
    retry: () => outside(() => capture.retry()),
    /** Resolves when no capture is under way. */
    settled: settling.settled,
    ...createCorrections({ strapi, store, capture }),
  };
};
