import { after, describe, it } from 'node:test';
import { conformanceTests } from 'strapi-plugin-quote-snapshots/provider-kit';
import sample from './index.js';
import { startStandIn } from './stand-in.mjs';

const secret = 'a-key-that-must-not-leak';
const standIn = await startStandIn();
after(() => standIn.close());

describe('the provider "sample"', () => {
  const checks = conformanceTests({
    create: () => sample.init({ apiKey: secret, baseUrl: standIn.baseUrl }),
    known: ['XNAS:MSFT', 'XLON:VOD'],
    unknown: 'XNAS:NOBODY',
    uncovered: 'XTKS:7203',
    secret,
    fail: standIn.fail,
    requests: standIn.requests,
  });
  for (const { name, run } of checks) it(name, run);
});
