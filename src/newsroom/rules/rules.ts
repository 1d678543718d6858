import type { ApplicableDisclaimer } from '../disclaimers/applicable-disclaimers';

/** What a rule does about a fault: nothing, tell the editor, or refuse the publication. */
export const LEVELS = ['warn', 'off', 'block'] as const;
export type Level = (typeof LEVELS)[number];

export const RULES = ['disclaimer-text', 'mentions', 'byline'] as const;
export type RuleName = (typeof RULES)[number];

export type RuleLevels = Readonly<Record<RuleName, Level>>;

interface UnresolvedMention {
  symbol: string;
  /** As printed; null for a cashtag. */
  exchange: string | null;
  /** The attribute whose text has it; inside of components, its path: `sections.0.text`. */
  field: string;
  reason: string;
}

/** An article in one locale, as it is or would be published. */
export interface ArticleFacts {
  locale: string;
  kind: string | null;
  byline: string | null;
  /** What it must carry. */
  disclaimers: readonly ApplicableDisclaimer[];
  /** Mentions that are left out because they could be several listings, with the reason in an editor's words. */
  unresolved: readonly UnresolvedMention[];
}

/** What may be wrong. The admin UI has a text of its own for each, in the editor's language. */
export const FAULTS = [
  'disclaimerInAnotherLanguage',
  'disclaimerWithoutText',
  'ambiguousMention',
  'missingByline',
] as const;
export type FaultName = (typeof FAULTS)[number];

/** Something that an editor should see to before publishing. */
export interface Finding {
  rule: RuleName;
  level: 'warn' | 'block';
  /** The attribute to change, or the path to it. */
  field: string;
  fault: FaultName;
  /** What the fault is about: names, and locales by their codes. */
  values: Readonly<Record<string, string>>;
  /** In English: what is wrong, and what to do. */
  message: string;
}

type Fault = Omit<Finding, 'rule' | 'level'>;

const withoutText = ({ locale, disclaimers }: ArticleFacts): Fault[] =>
  disclaimers
    .filter(({ translated }) => !translated)
    .map(
      ({ name, published }): Fault =>
        published
          ? {
              field: 'disclaimers',
              fault: 'disclaimerInAnotherLanguage',
              values: { name, locale, language: published.locale },
              message: `The disclaimer “${name}” has no published text in “${locale}”: readers are shown the one in “${published.locale}”. Have it translated and published.`,
            }
          : {
              field: 'disclaimers',
              fault: 'disclaimerWithoutText',
              values: { name, locale },
              message: `The disclaimer “${name}” has no published text that readers of “${locale}” could be shown, so the article would go out without it. Have it published, or remove it from the article.`,
            },
    );

const unresolvedMentions = ({ unresolved }: ArticleFacts): Fault[] =>
  unresolved.map(({ symbol, exchange, field, reason }) => ({
    field,
    fault: 'ambiguousMention',
    values: { mention: exchange ? `${exchange}: ${symbol}` : `$${symbol}` },
    message: reason,
  }));

const SIGNED = new Set(['analysis', 'opinion']);

const missingByline = ({ kind, byline }: ArticleFacts): Fault[] =>
  kind !== null && SIGNED.has(kind) && !byline?.trim()
    ? [
        {
          field: 'byline',
          fault: 'missingByline',
          values: { kind },
          message: `A piece of kind “${kind}” needs a byline: say who wrote it, or choose another kind.`,
        },
      ]
    : [];

const CHECKS: Readonly<Record<RuleName, (facts: ArticleFacts) => Fault[]>> = {
  'disclaimer-text': withoutText,
  mentions: unresolvedMentions,
  byline: missingByline,
};

/** What the rules have to say of an article, those that refuse it first. */
export const checkRules = (facts: ArticleFacts, levels: RuleLevels): Finding[] => {
  const findings = RULES.flatMap((rule): Finding[] => {
    const level = levels[rule];
    return level === 'off' ? [] : CHECKS[rule](facts).map((fault) => ({ rule, level, ...fault }));
  });
  return [
    ...findings.filter(({ level }) => level === 'block'),
    ...findings.filter(({ level }) => level === 'warn'),
  ];
};
