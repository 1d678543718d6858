import type { Core } from '@strapi/strapi';
import type { Announcer } from '../events/announce';
import { ROWS_PER_PASS, type Capture } from '../capture/capture-snapshots';
import type { PublicationSweep } from './sweep-publications';

export interface WorkerOptions {
  strapi: Core.Strapi;
  capture: Capture;
  announcer: Announcer;
  sweep: PublicationSweep;
}

/**
 * Finishes what publishing could not: captures what is due, tells of what was left untold, and looks for
 * publications that nobody recorded. Every node runs one; they share the work through the database alone.
 */
export const createWorker = ({ strapi, capture, announcer, sweep }: WorkerOptions) => {
  let turn: Promise<void> | undefined;
  let stopping = false;

  const work = async (): Promise<void> => {
    try {
      await sweep();
      let taken = ROWS_PER_PASS;
      while (taken === ROWS_PER_PASS && !stopping) taken = await capture.captureDue();
      await announcer.told();
      if (!stopping) await announcer.catchUp();
    } catch (error) {
      strapi.log.error(`quote-snapshots: the worker failed, and goes on at its next turn: ${String(error)}`);
    }
  };

  return {
    /** One turn; joins the one under way, if there is one. Never rejects. */
    tick(): Promise<void> {
      if (stopping) return Promise.resolve();
      turn ??= work().finally(() => {
        turn = undefined;
      });
      return turn;
    },

    /** Takes nothing new, and resolves when the turn under way has ended. */
    async stop(): Promise<void> {
      stopping = true;
      await turn;
    },
  };
};
