import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { conformanceTests } from '../../../../src/plugins/quote-snapshots/server/src/provider-kit';
import type { StandInFault } from '../../../../src/plugins/quote-snapshots/server/src/provider-kit';
import cloudquote from '../../../../src/plugins/quote-snapshots/server/src/providers/vendors/cloudquote';
import file from '../../../../src/plugins/quote-snapshots/server/src/providers/vendors/file';
import { createStandInProvider, type Fault, type StandInProvider } from '../../../support/stand-in-provider';
import { VENDORS } from '../../../support/vendors';
import { AS_OF, type VendorStandIn } from '../../../support/vendors/vendor';

describe.each(VENDORS.map((vendor) => [vendor.name, vendor] as const))('%s', (_name, vendor) => {
  let server: VendorStandIn;
  beforeAll(async () => {
    server = await vendor.start();
  });
  afterAll(() => server.close());

  const create = () => vendor.adapter.init({ apiKey: vendor.key, baseUrl: server.baseUrl, ...vendor.plan });
  const [secret] = vendor.secrets;
  const checks = conformanceTests({
    create,
    known: vendor.known,
    unknown: vendor.unknown,
    uncovered: vendor.uncovered,
    ...(vendor.minutes ? { asOf: AS_OF } : {}),
    ...(secret ? { secret } : {}),
    fail: (fault) => server.fail(fault),
    requests: () => server.requests.length,
  });
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_check, run) => run());
});

describe('cloudquote', () => {
  const KEY = 'cloudquote-key-that-must-not-leak';
  /** The kit's faults, as the stand-in of all integration tests names them. */
  const FAULT: Record<StandInFault, Fault> = {
    close: 'close',
    stall: 'stall',
    refused: 'status-403',
    quota: 'status-429',
    'server-error': 'status-500',
    html: 'html',
    truncated: 'truncated',
    unexpected: 'error-text',
    huge: 'huge',
    redirect: 'redirect',
  };
  let server: StandInProvider;
  beforeAll(async () => {
    server = await createStandInProvider();
    server.quote('MSFT', { Price: 480.5, PrevClose: 470 });
    server.quote('BRK.B', { Price: 467.05, PrevClose: 466 });
    server.quote('LSE:RIO', { Price: 4987.5, PrevClose: 5050, NominalCurrencyCode: 'GBX' });
  });
  afterAll(() => server.close());

  const checks = conformanceTests({
    create: () => cloudquote.init({ apiKey: KEY, baseUrl: server.baseUrl }),
    known: ['XNAS:MSFT', 'XNYS:BRK.B', 'XLON:RIO'],
    unknown: 'XNAS:NOBODY',
    uncovered: 'XDUB:RYA',
    secret: KEY,
    fail: (fault) => {
      server.fail(fault && FAULT[fault]);
      if (!fault) server.release();
    },
    requests: () => server.requests.length,
  });
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_check, run) => run());
});

describe('file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'quotemark-file-'));
    await writeFile(
      path.join(folder, 'quotes.csv'),
      'instrument,price,currency\nXNAS:MSFT,480.5,USD\nXNYS:BRK.B,467.05,USD\nXLON:RIO,4987.5,GBX\n',
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const checks = conformanceTests({
    create: () => file.init({ file: path.join(folder, 'quotes.csv') }),
    known: ['XNAS:MSFT', 'XNYS:BRK.B', 'XLON:RIO'],
    unknown: 'XNAS:NOBODY',
  });
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_check, run) => run());
});
