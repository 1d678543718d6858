import { whyOff } from '../../../src/plugins/response-cache/admin/src/settings/why-off';

it.each([
  ['nothing, where it is on', null, null, undefined],
  ['the configuration', 'switched off by its configuration', 'configuration', 'state.off.configuration {}'],
  ['a difference', 'a cached answer differed from the database’s', 'shadow', 'state.off.shadow {}'],
  [
    'middlewares, by their names',
    'global middlewares are not declared: global::a, api::b.c',
    'middlewares',
    'state.off.middlewares {"names":"global::a, api::b.c"}',
  ],
  ['the database, in its own words', 'no such table', null, 'state.reason {"reason":"no such table"}'],
] as const)('why nothing is cached: %s', (_what, reason, offBy, expected) => {
  const why = whyOff({ reason, offBy });
  expect(why && `${why.key} ${JSON.stringify(why.values)}`).toBe(expected);
});
