import type {
  ProviderModule,
  ProviderOptions,
} from '../../../src/plugins/quote-snapshots/server/src/providers';
import type { SymbolSpelling } from '../../../src/plugins/quote-snapshots/server/src/providers/market-data/symbol-spelling';
import type { VendorServer } from './vendor-server';

/** What a stand-in says of a symbol, in the vendor's own fields. */
export type Fields = Record<string, unknown>;

export interface VendorStandIn extends VendorServer {
  /** What it says of a symbol, in the vendor's spelling, from now on; undefined where it knows it no more. */
  say(symbol: string, fields: Fields | undefined): void;
}

/** A vendor as the tests of all adapters know it. */
export interface Vendor {
  name: string;
  adapter: ProviderModule;
  spelling: SymbolSpelling;
  key: string;
  /** The plan that the key is for, where the free one lacks what is tested. */
  plan?: Pick<ProviderOptions, 'perMinute' | 'perDay'>;
  /** The parts of the key that must not turn up anywhere. */
  secrets: string[];
  start(): Promise<VendorStandIn>;
  /** Instruments that a new stand-in has quotes for. */
  known: string[];
  unknown: string;
  uncovered: string;
  /** Whether a new stand-in has prices by the minute, of `MINUTE`. */
  minutes: boolean;
}

const MINUTE_MS = 60_000;

/** A moment of yesterday, in the middle of a minute: the bars before it are over, its own is not. */
export const AS_OF = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 24 * 60 * MINUTE_MS + 30_000);

/** The starts of the bars of a stand-in: two that were over by `AS_OF`, one that was under way, one of after. */
export const barStarts = (): Date[] =>
  [2, 1, 0, -1].map((ago) => new Date(AS_OF.getTime() - 30_000 - ago * MINUTE_MS));

/** Their closes. The second is the price as of `AS_OF`. */
export const barCloses = (price: number): number[] => [price - 2, price - 1, price + 100, price + 200];

/** A minute ago: when a stand-in's quotes are of. */
export const lastTrade = (): Date => new Date(Math.floor(Date.now() / 1000) * 1000 - MINUTE_MS);

/** A moment on the clocks of a zone, as `2026-03-02 15:04:00`. */
export const onClocks = (moment: Date, timeZone: string): string =>
  moment.toLocaleString('sv-SE', { timeZone });
