import { checkRules, type ArticleFacts, type RuleLevels } from '../../../src/newsroom/rules/rules';
import { readRulesEnvironment } from '../../../src/newsroom/rules/rules-environment';

const FACTS: ArticleFacts = {
  locale: 'en',
  kind: 'news',
  byline: null,
  disclaimers: [],
  unresolved: [],
  isUnexplained: false,
};
const LEVELS: RuleLevels = {
  'disclaimer-text': 'warn',
  mentions: 'warn',
  byline: 'warn',
  corrections: 'warn',
};

describe('rules', () => {
  it.each([
    ['news', null, 0],
    ['press-release', '', 0],
    [null, null, 0],
    ['opinion', null, 1],
    ['analysis', ' \n', 1],
    ['opinion', 'Ada', 0],
  ])('a piece of kind %s with the byline %j has %i findings', (kind, byline, count) => {
    expect(checkRules({ ...FACTS, kind, byline }, LEVELS)).toHaveLength(count);
  });

  it('name what refuses first, and leave out what is off', () => {
    const facts = {
      ...FACTS,
      kind: 'opinion',
      unresolved: [
        { symbol: 'RY', exchange: 'TSE', field: 'body', reason: 'one' },
        { symbol: 'CM', exchange: null, field: 'summary', reason: 'two' },
      ],
    };
    const levels = { ...LEVELS, byline: 'block' } as const;
    expect(checkRules(facts, levels).map(({ rule, level }) => [rule, level])).toEqual([
      ['byline', 'block'],
      ['mentions', 'warn'],
      ['mentions', 'warn'],
    ]);
    expect(checkRules(facts, { ...LEVELS, byline: 'off', mentions: 'off' })).toEqual([]);
  });

  it('are read from the environment, and warn where it is silent', () => {
    expect(readRulesEnvironment({})).toEqual(LEVELS);
    expect(readRulesEnvironment({ RULE_BYLINE: 'block', RULE_MENTIONS: 'off' })).toEqual({
      ...LEVELS,
      byline: 'block',
      mentions: 'off',
    });
  });

  it('ask for an explanation where readers have seen another text', () => {
    const facts = { ...FACTS, isUnexplained: true };
    expect(checkRules(facts, LEVELS)).toEqual([
      expect.objectContaining({ rule: 'corrections', field: 'changeKind', fault: 'unexplainedChange' }),
    ]);
    expect(checkRules(facts, { ...LEVELS, corrections: 'off' })).toEqual([]);
  });

  it.each(['RULE_DISCLAIMER_TEXT', 'RULE_MENTIONS', 'RULE_BYLINE', 'RULE_CORRECTIONS'])(
    '%s with a bad value is named',
    (name) => {
      expect(() => readRulesEnvironment({ [name]: 'refuse' })).toThrow(
        `${name} is "refuse": use warn or off or block.`,
      );
    },
  );
});
