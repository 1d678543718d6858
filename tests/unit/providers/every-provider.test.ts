import { providerChecks } from '../../../src/plugins/quote-snapshots/server/src/provider-kit';
import { VENDORS } from '../../support/vendors';
import { AS_OF, type VendorStandIn } from '../../support/vendors/vendor';

describe.each(VENDORS.map((vendor) => [vendor.name, vendor] as const))('%s', (_name, vendor) => {
  let server: VendorStandIn;
  beforeAll(async () => {
    server = await vendor.start();
  });
  afterAll(() => server.close());

  const create = () => vendor.adapter.init({ apiKey: vendor.key, baseUrl: server.baseUrl, ...vendor.plan });
  const [secret] = vendor.secrets;
  const checks = providerChecks({
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
