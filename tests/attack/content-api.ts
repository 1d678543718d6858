import type { Attack, Findings } from './attack';
import { graphqlRequests } from './graphql-requests';

/** At every endpoint of the content API that the router knows, and with every field of GraphQL. */
export const attackContentApi = ({
  newsroom,
  victim,
  strangers,
  leaks,
  damage,
  attackEndpoints,
}: Attack): void => {
  it('finds nothing in the content API', async () => {
    expect(await attackEndpoints('content', strangers())).toEqual([]);
  }, 600_000);

  it('finds nothing with any field of GraphQL', async () => {
    const findings: Findings = [];
    for (const attacker of strangers()) {
      for (const query of graphqlRequests(newsroom(), victim())) {
        const request = { method: 'POST', url: '/graphql', body: { query } };
        findings.push(...(await leaks(request, attacker)));
        if (query.startsWith('mutation')) findings.push(...(await damage(query.slice(0, 200), attacker)));
      }
    }
    expect(findings).toEqual([]);
  }, 600_000);
};
