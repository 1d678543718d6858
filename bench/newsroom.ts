import { runChild } from './child-newsroom';
import type { Plan } from './explain-snapshot-queries';
import { peakMemory, residentMemory } from './resident-memory';
import { sendTo } from './send';
import type { Served } from './serve';

export interface ServedNewsroom {
  address: string;
  /** The most memory that it has had so far, in bytes. */
  memory(): number;
  /** The memory that it has now, in bytes. */
  residentMemory(): number;
  /** An API token that may do everything. */
  token: string;
  /** Sends a request as a full-access API token; throws where the answer is not a success. */
  send(method: 'GET' | 'POST', where: string, body?: unknown): Promise<unknown>;
  /** How its database finds snapshots; only where it was filled with more of them. */
  plans: Plan[];
  /** What a turn of the worker takes that finds nothing to do, in milliseconds; only with `lists`. */
  turn: number;
  stop(): Promise<void>;
}

/**
 * A newsroom in a process of its own, filled with so many articles of ten quotes each, and more snapshots besides.
 *
 * @param quotes whether the plugin is on
 * @param lists whether its plans are those of lists
 * @param environment where it is not to be an empty SQLite database with the provider `file`
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
