import { runChild } from './child-newsroom';
import type { Plan } from './explain-snapshot-queries';
import { peakMemory, residentMemory } from './resident-memory';
import { sendTo } from './send';
import type { Served } from './serve';

export interface ServedNewsroom {
  address: string;
  /** The peak memory of its process so far, in bytes. */
  memory(): number;
  /** The present memory of its process, in bytes. */
  residentMemory(): number;
  /** A full-access API token. */
  token: string;
  /** Sends a request with the full-access token. Throws if the answer is not a success. */
  send(method: 'GET' | 'POST', where: string, body?: unknown): Promise<unknown>;
  /** The plans of its snapshot queries; empty unless it was filled with extra snapshots. */
  plans: Plan[];
  /** How long the worker takes for a turn in which it finds nothing to do, in milliseconds; only with `lists`. */
  turn: number;
  stop(): Promise<void>;
}

/**
 * Starts a newsroom in its own process, filled with articles of ten quotes each, and with extra snapshots.
 *
 * @param quotes whether the plugin is on
 * @param lists whether `plans` has the plans of lists
 * @param environment variables, for anything but an empty SQLite database with the provider `file`
 */
export const serveNewsroom = async (
  quotes: boolean,
  articles: number,
  snapshots = 0,
  environment: Record<string, string> = {},
  lists = false,
): Promise<ServedNewsroom> => {
  const {
    answer,
    stop,
    process: child,
  } = await runChild<Served>('serve.js', [String(articles), String(snapshots), lists ? 'lists' : ''], {
    QUOTES_ENABLED: String(quotes),
    ...environment,
  });
  const { address, token, plans, turn } = answer;
  return {
    address,
    memory: () => peakMemory(child.pid ?? 0),
    residentMemory: () => residentMemory(child.pid ?? 0),
    token,
    plans,
    turn,
    stop,
    send: sendTo(address, token),
  };
};
