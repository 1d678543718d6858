import type { Attack, Findings } from './attack';
import { mcpRequests, toolAnswers } from './mcp-requests';

/** At every endpoint of the admin API that the router knows, and with every tool of the MCP server. */
export const attackAdminApi = ({
  newsroom,
  victim,
  strangers,
  people,
  ask,
  leaksIn,
  damage,
  attackEndpoints,
  knock,
}: Attack): void => {
  it('finds nothing in the admin API, as somebody who may do little there', async () => {
    const [reporter, author] = people();
    expect(
      await attackEndpoints(
        'admin',
        [reporter, author].filter((one) => one !== undefined),
      ),
    ).toEqual([]);
  }, 600_000);

  it('finds nothing in the admin API, as an agent or somebody from outside', async () => {
    const outside = [...strangers(), ...people().slice(2)].map((one) => ({ ...one, mayWrite: false }));
    expect(await attackEndpoints('admin', outside, knock)).toEqual([]);
  }, 600_000);

  it('finds nothing with any tool of the MCP server', async () => {
    const findings: Findings = [];
    const unanswered: number[] = [];
    const understood = new Map<string, boolean>();
    // Nobody else has a way in there: one of each kind tells.
    const callers = [...people(), ...strangers()].filter(({ name }) =>
      /^(agent|Reporter|visitor|token that writes)/.test(name),
    );
    for (const attacker of callers) {
      for (const body of await mcpRequests(newsroom(), victim(), attacker.authorization)) {
        const request = { method: 'POST', url: '/mcp', body };
        const answer = await ask(request, attacker);
        if (answer.status === 200) {
          unanswered.push(body.length - (answer.text.match(/"jsonrpc"/g) ?? []).length);
          for (const { name, invalid } of toolAnswers(answer.text, body))
            understood.set(name, understood.get(name) || !invalid);
        }
        findings.push(...leaksIn(answer, request, attacker));
      }
      findings.push(...(await damage('POST /mcp, by one of its tools', attacker)));
    }
    expect(findings).toEqual([]);
    // An attack that the server does not understand proves nothing.
    expect(unanswered.length).toBeGreaterThan(0);
    expect(unanswered.filter((count) => count !== 0)).toEqual([]);
    expect([...understood].filter(([, isUnderstood]) => !isUnderstood)).toEqual([]);
  }, 600_000);
};
