import { findMentions } from '../../../src/plugins/quote-snapshots/server/src/detection';

/** What Node.js has and browsers lack. The admin UI runs detection in the browser. */
const ONLY_IN_NODE = ['Buffer', 'process', 'setImmediate'] as const;

it.each(ONLY_IN_NODE)('detection runs without %s', (name) => {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (!descriptor) throw new Error(`This Node.js has no ${name}: the test proves nothing.`);
  Reflect.deleteProperty(globalThis, name);
  try {
    for (const format of ['plain', 'markdown', 'html'] as const)
      expect(findMentions('Microsoft (NASDAQ: MSFT) &amp; more', { format })).toHaveLength(1);
  } finally {
    Object.defineProperty(globalThis, name, descriptor);
  }
});
