import type { Suite } from '../support/describe-newsroom';
import { everyRoute, type Endpoint } from '../support/every-route';
import { listen } from '../support/listen';
import { adminAttackers, contentAttackers, type Attacker } from './attackers';
import { graphqlRequests } from './graphql-requests';
import { mcpRequests } from './mcp-requests';
import { oraclesOf, plainRequestsOf, requestsOf, type Request } from './requests';
import { settled } from '../support/articles';
import { fingerprint, makeVictim, PLANTED, PLANTED_FOR_STAFF, type Victim } from './victim';

/** They end the session of whoever calls them, so that nothing could be tried after. */
const ENDS_SESSIONS = /^(POST \/admin\/(logout|access-token)|DELETE \/admin\/users\/me\/sessions)/;

/** What an attack has brought to light; empty where everything held. */
type Findings = string[];

const describeRequest = ({ method, url, body }: Request): string =>
  `${method} ${url} ${body ? JSON.stringify(body) : ''}`.slice(0, 300);

/**
 * Everybody who may not read or change a draft tries to, at every endpoint that the router knows, with every field of
 * GraphQL and every tool of the MCP server.
 */
export const attack: Suite = (newsroom) => {
  let victim: Victim;
  let before: string;
  let strangers: Attacker[];
  let people: Attacker[];
  let address: string;
  let sent = 0;

  const remember = async () => {
    victim = await makeVictim(newsroom());
    await settled(newsroom());
    before = await fingerprint(newsroom().strapi, victim);
  };
  beforeAll(async () => {
    // Many of these requests make Strapi log an error: that is not what this is about.
    for (const transport of newsroom().strapi.log.transports) transport.silent = true;
    address = `http://127.0.0.1:${await listen(newsroom().strapi.server.httpServer)}`;
    strangers = await contentAttackers(newsroom());
    people = await adminAttackers(newsroom());
    await remember();
  }, 120_000);
  afterAll(() => {
    process.stderr.write(`The attack sent ${sent} requests.\n`);
    for (const transport of newsroom().strapi.log.transports) transport.silent = false;
  });

  const send = async ({ method, url, body }: Request, { authorization }: Attacker) => {
    sent += 1;
    const answer = await fetch(address + url, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json, text/event-stream',
        ...(authorization ? { authorization } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const headers: string[] = [];
    answer.headers.forEach((value) => headers.push(value));
    return { status: answer.status, headers, text: await answer.text() };
  };

  const leaks = async (request: Request, attacker: Attacker): Promise<Findings> => {
    const { text, headers } = await send(request, attacker);
    const said = `${text}${JSON.stringify(headers)}`.toLowerCase();
    const words = attacker.isStaff ? [PLANTED] : [PLANTED, PLANTED_FOR_STAFF];
    return words.some((word) => said.includes(word.toLowerCase()))
      ? [`READ by ${attacker.name}: ${describeRequest(request)}`]
      : [];
  };

  /** Whether what the victim has is as it was; where it is not, there is a new victim for what follows. */
  const damage = async (what: string, { name, mayWrite }: Attacker): Promise<Findings> => {
    const now = await fingerprint(newsroom().strapi, victim);
    if (now === before) return [];
    const from = [...now].findIndex((character, index) => character !== before[index]);
    const difference = `${before.slice(from - 40, from + 40)} → ${now.slice(from - 40, from + 40)}`;
    await remember();
    return mayWrite ? [] : [`CHANGED by ${name}: ${what}\n  ${difference}`];
  };

  const attackEndpoint = async (endpoint: Endpoint, attacker: Attacker): Promise<Findings> => {
    const { strapi } = newsroom();
    const findings: Findings = [];
    for (const request of requestsOf(strapi, endpoint, victim))
      findings.push(...(await leaks(request, attacker)));
    if (endpoint.method !== 'GET')
      findings.push(...(await damage(`${endpoint.method} ${endpoint.path}`, attacker)));
    if (!attacker.asks) return findings;
    for (const { planted, nowhere } of oraclesOf(strapi, endpoint, victim)) {
      const [one, other] = [
        await send({ method: 'GET', url: planted }, attacker),
        await send({ method: 'GET', url: nowhere }, attacker),
      ];
      if (one.status !== other.status || one.text.length !== other.text.length)
        findings.push(`TOLD to ${attacker.name}: GET ${planted}`);
    }
    return findings;
  };

  type Try = (endpoint: Endpoint, attacker: Attacker) => Promise<Findings>;

  /** Whoever has no business at an endpoint is refused before it looks at what is asked. */
  const knock: Try = async (endpoint, attacker) => {
    const findings: Findings = [];
    for (const request of plainRequestsOf(newsroom().strapi, endpoint, victim)) {
      findings.push(...(await leaks(request, attacker)));
      if (request.method !== 'GET') findings.push(...(await damage(describeRequest(request), attacker)));
    }
    return findings;
  };

  const attackEndpoints = async (
    api: Endpoint['api'],
    attackers: readonly Attacker[],
    tryAt: Try = attackEndpoint,
  ): Promise<Findings> => {
    const findings: Findings = [];
    const endpoints = everyRoute(newsroom().strapi).filter((endpoint) => endpoint.api === api);
    expect(endpoints.length).toBeGreaterThan(50);
    for (const endpoint of endpoints) {
      if (ENDS_SESSIONS.test(`${endpoint.method} ${endpoint.path}`)) continue;
      for (const attacker of attackers) findings.push(...(await tryAt(endpoint, attacker)));
    }
    return findings;
  };

  it('finds nothing in the content API', async () => {
    expect(await attackEndpoints('content', strangers)).toEqual([]);
  }, 600_000);

  it('finds nothing in the admin API, as somebody who may do little there', async () => {
    const [reporter, author] = people;
    expect(
      await attackEndpoints(
        'admin',
        [reporter, author].filter((one) => one !== undefined),
      ),
    ).toEqual([]);
  }, 600_000);

  it('finds nothing in the admin API, as an agent or somebody from outside', async () => {
    const outside = [...strangers, ...people.slice(2)].map((one) => ({ ...one, mayWrite: false }));
    expect(await attackEndpoints('admin', outside, knock)).toEqual([]);
  }, 600_000);

  it('finds nothing with any field of GraphQL', async () => {
    const findings: Findings = [];
    for (const attacker of strangers) {
      for (const query of graphqlRequests(newsroom(), victim)) {
        const request = { method: 'POST', url: '/graphql', body: { query } };
        findings.push(...(await leaks(request, attacker)));
        if (query.startsWith('mutation')) findings.push(...(await damage(query.slice(0, 200), attacker)));
      }
    }
    expect(findings).toEqual([]);
  }, 600_000);

  it('finds nothing with any tool of the MCP server', async () => {
    const findings: Findings = [];
    // Nobody else has a way in there: one of each kind tells.
    const callers = [...people, ...strangers].filter(({ name }) =>
      /^(agent|Reporter|visitor|token that writes)/.test(name),
    );
    for (const attacker of callers) {
      for (const body of await mcpRequests(newsroom(), victim)) {
        const request = { method: 'POST', url: '/mcp', body };
        findings.push(...(await leaks(request, attacker)));
      }
      findings.push(...(await damage('POST /mcp, by one of its tools', attacker)));
    }
    expect(findings).toEqual([]);
  }, 600_000);
};
