import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { createAnnouncer } from '../events/announce';
import { createCapture } from '../capture/capture-snapshots';
import { createCorrections } from '../capture/correct-record';
import { createDatabaseClock } from '../store/database-clock';
import { createDocumentMiddleware } from '../publication/document-middleware';
import { newOwner } from '../store/lease';
import { createPublicationPreview, type Named } from '../publication/preview-publication';
import { createPublicationReader, type Publication } from '../publication/read-publication';
import { createPublicationRecorder } from '../publication/record-publication';
import { createSettling } from '../capture/post-commit-captures';
import { createSnapshotStore } from '../store/snapshot-store';
import { createPublicationSweep } from '../worker/sweep-publications';
import { createCloneUnlinker } from '../publication/unlink-clone';
import { createPublicationWithdrawal } from '../publication/withdraw-publication';
import { createWorker } from '../worker/run-turn';
import type { PluginConfig } from '../config/schema';
import { createTickerDirectory } from '../instruments/ticker-directory';
import { PLUGIN } from '../plugin-names';
import { pluginServices } from './plugin-services';

const HOUR_MS = 3_600_000;

/** Everything between a publication and its snapshots, put together once per Strapi. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const config = strapi.config.get<PluginConfig>(`plugin::${PLUGIN}`);
  const { deadlineMs, onRepublish, cashtags, tickerType, onUnrecorded } = config;
  const giveUpAfterMs = config.giveUpAfterHours * HOUR_MS;
  const late = { mode: config.late, maxMs: config.lateMaxHours * HOUR_MS };
  const { desk, provider } = pluginServices(strapi).quotes;
  const now = () => new Date();
  // Taken while no transaction is open: what runs in it is outside of all of them.
  const outside = AsyncLocalStorage.snapshot();
  // Rows that a publication writes are this node's to capture, until the lease runs out.
  const owner = newOwner();

  const directory = createTickerDirectory(strapi, tickerType);
  const clock = createDatabaseClock(strapi);
  const store = createSnapshotStore(strapi, clock);
  const announcer = createAnnouncer({ strapi, store, now });
  const capture = createCapture({ strapi, store, desk, announcer, giveUpAfterMs, late, now, clock });
  const settling = createSettling({
    deadlineMs,
    currentRequest: () => strapi.requestContext.get(),
    capture: (rows) => outside(() => capture.capture(rows, owner)),
  });
  const waiting = `Waiting for an answer of the provider “${provider.name}”.`;
  const read = createPublicationReader({ strapi, store, directory, cashtags });
  const record = createPublicationRecorder({
    strapi,
    store,
    directory,
    read,
    onRepublish,
    waiting,
    now,
    clock,
  });
  const sweep = createPublicationSweep({ strapi, store, directory, record, cashtags, onUnrecorded, now });
  const worker = createWorker({ strapi, capture, announcer, sweep });

  const settled = async (): Promise<void> => {
    await settling.settled();
    await announcer.told();
  };

  return {
    directory,
    store,
    clock,
    request: settling.request,
    together: settling.together,
    ...createPublicationPreview({ strapi, store, directory, onRepublish, cashtags }),
    /** What a publication that is under way names, by the ids of its entries; to be asked inside its transaction. */
    async namedByPublication(publication: Publication): Promise<Map<number, Named>> {
      const { entries } = await strapi.db.transaction(({ trx }) => read(trx, publication));
      return new Map(
        entries.map(({ published, mentions, resolution }) => [published.id, { mentions, ...resolution }]),
      );
    },
    documentMiddleware: createDocumentMiddleware({
      strapi,
      record,
      settling,
      unlink: createCloneUnlinker({ strapi, store, directory }),
      withdraw: createPublicationWithdrawal({ strapi, store }),
      owner,
    }),
    /** Captures what is due, and makes good for what was left undone. Never rejects. */
    work: () => outside(() => worker.tick()),
    /** Takes nothing new; resolves when what is under way has ended. */
    async stop(): Promise<void> {
      await Promise.all([worker.stop(), settling.stop()]);
      await announcer.told();
      await store.release([owner]);
    },
    /** Gives the rows that are being asked for back to other nodes. */
    giveBack: () => capture.giveBack(owner),
    /** Resolves when no capture is under way, and the world has been told of them. */
    settled,
    ...createCorrections({ strapi, store, capture, announcer, outside, owner, clock }),
  };
};
