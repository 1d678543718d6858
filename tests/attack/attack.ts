import type { Suite } from '../support/describe-newsroom';
import type { Newsroom } from '../support/newsroom';
import { everyRoute, type Endpoint } from '../support/every-route';
import { listen } from '../support/listen';
import { adminAttackers, contentAttackers, type Attacker } from './attackers';
import { oraclesOf, plainRequestsOf, requestsOf, type Request } from './requests';
import { hangUp, send, type Answer } from './send';
import { settled } from '../support/articles';
import { fingerprint, makeVictim, PLANTED, PLANTED_FOR_STAFF, type Victim } from './victim';

/** They end the session of whoever calls them, so that nothing could be tried after. */
const ENDS_SESSIONS = /^(POST \/admin\/(logout|access-token)|DELETE \/admin\/users\/me\/sessions)/;

/** What an attack has brought to light; empty where everything held. */
export type Findings = string[];

const describeRequest = ({ method, url, body }: Request): string =>
  `${method} ${url} ${body ? JSON.stringify(body) : ''}`.slice(0, 300);

type Try = (endpoint: Endpoint, attacker: Attacker) => Promise<Findings>;

/** What a test of an attack has at hand. */
export interface Attack {
  newsroom: () => Newsroom;
  victim: () => Victim;
  /** Visitors and tokens of the content API. */
  strangers: () => Attacker[];
  /** People of the admin, and an agent of one of them. */
  people: () => Attacker[];
  /** Sends a request; what its answer gives away. */
  leaks(request: Request, attacker: Attacker): Promise<Findings>;
  ask(request: Request, attacker: Attacker): Promise<Answer>;
  /** What an answer gives away. */
  leaksIn(answer: Answer, request: Request, attacker: Attacker): Findings;
  /** Whether what the victim has is as it was; where it is not, there is a new victim for what follows. */
  damage(what: string, attacker: Attacker): Promise<Findings>;
  /** Tries every request at every endpoint of an API, or what `tryAt` tries there. */
  attackEndpoints(api: Endpoint['api'], attackers: readonly Attacker[], tryAt?: Try): Promise<Findings>;
  /** One request to an endpoint. */
  knock: Try;
}

/**
 * Everybody who may not read or change a draft tries to. Each part of the attack has a newsroom of its own, so that two
 * workers share the attack.
 */
export const underAttack =
  (declareTests: (attack: Attack) => void): Suite =>
  (newsroom) => {
    let victim: Victim;
    let before: string;
    let strangers: Attacker[];
    let people: Attacker[];
    let port: number;
    let sent = 0;

    const remember = async () => {
      victim = await makeVictim(newsroom());
      await settled(newsroom());
      before = await fingerprint(newsroom().strapi, victim);
    };
    beforeAll(async () => {
      // Many of these requests make Strapi log an error: that is not what this is about.
      for (const transport of newsroom().strapi.log.transports) transport.silent = true;
      const { httpServer } = newsroom().strapi.server;
      port = await listen(httpServer);
      // It must not hang up just as the next request is on its way, after something that kept this process busy.
      httpServer.keepAliveTimeout = 0;
      strangers = await contentAttackers(newsroom());
      people = await adminAttackers(newsroom());
      await remember();
    }, 120_000);
    afterAll(() => {
      hangUp();
      process.stderr.write(`The attack sent ${sent} requests.\n`);
      for (const transport of newsroom().strapi.log.transports) transport.silent = false;
    });

    const ask = (request: Request, { authorization }: Attacker): Promise<Answer> => {
      sent += 1;
      return send(port, request, authorization);
    };

    const leaksIn = ({ text, headers }: Answer, request: Request, attacker: Attacker): Findings => {
      const said = `${text}${JSON.stringify(headers)}`.toLowerCase();
      const words = attacker.isStaff ? [PLANTED] : [PLANTED, PLANTED_FOR_STAFF];
      return words.some((word) => said.includes(word.toLowerCase()))
        ? [`READ by ${attacker.name}: ${describeRequest(request)}`]
        : [];
    };
    const leaks = async (request: Request, attacker: Attacker): Promise<Findings> =>
      leaksIn(await ask(request, attacker), request, attacker);

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
          await ask({ method: 'GET', url: planted }, attacker),
          await ask({ method: 'GET', url: nowhere }, attacker),
        ];
        if (one.status !== other.status || one.text.length !== other.text.length)
          findings.push(`TOLD to ${attacker.name}: GET ${planted}`);
      }
      return findings;
    };

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

    declareTests({
      newsroom,
      victim: () => victim,
      strangers: () => strangers,
      people: () => people,
      ask,
      leaks,
      leaksIn,
      damage,
      attackEndpoints,
      knock,
    });
  };
