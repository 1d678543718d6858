import type { ApplicableDisclaimer } from '../disclaimers/applicable-disclaimers';

/** What a rule does when it finds a fault: warn the editor, nothing, or block the publication. */
export const LEVELS = ['warn', 'off', 'block'] as const;
export type Level = (typeof LEVELS)[number];

export const RULES = ['disclaimer-text', 'mentions', 'byline', 'corrections'] as const;
export type RuleName = (typeof RULES)[number];

export type RuleLevels = Readonly<Record<RuleName, Level>>;

interface UnresolvedMention {
  symbol: string;
  /** As printed in the text; null for a cashtag. */
  exchange: string | null;
  /** The attribute with the mention. In components it is a path: `sections.0.text`. */
  field: string;
  reason: string;
}

/** An article in one locale, as it is or would be published. */
export interface ArticleFacts {
  locale: string;
  kind: string | null;
  byline: string | null;
  /** The disclaimers that apply to it. */
  disclaimers: readonly ApplicableDisclaimer[];
  /** Mentions that may mean several listings and so get no quote, with the reason for editors. */
  unresolved: readonly UnresolvedMention[];
  /** Whether readers have had another text for longer than the grace time, and nobody has declared the change. */
  isUnexplained: boolean;
}

/** The faults that rules find. The admin UI has a text for each, in the editor's language. */
export const FAULTS = [
  'disclaimerInAnotherLanguage',
  'disclaimerWithoutText',
  'ambiguousMention',
  'missingByline',
  'unexplainedChange',
  'emptyField',
] as const;
export type FaultName = (typeof FAULTS)[number];

/** A fault that an editor should correct before publishing. */
export interface Finding {
  /** `required-fields` is not a rule of the newsroom: the schema requires the fields, and Strapi refuses to publish without them. */
  rule: RuleName | 'required-fields';
  level: 'warn' | 'block';
  /** The attribute to change, or its path. */
  field: string;
  fault: FaultName;
  /** Values for the text: names, and locales by their codes. */
  values: Readonly<Record<string, string>>;
  /** What is wrong and what to do, in English. */
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

const unexplainedChange = ({ isUnexplained }: ArticleFacts): Fault[] =>
  isUnexplained
    ? [
        {
          field: 'changeKind',
          fault: 'unexplainedChange',
          values: {},
          message:
            'Readers have seen another text. Say in changeKind what the change is: a correction, with a note for readers in changeNote; an update; or minor.',
        },
      ]
    : [];

const CHECKS: Readonly<Record<RuleName, (facts: ArticleFacts) => Fault[]>> = {
  'disclaimer-text': withoutText,
  mentions: unresolvedMentions,
  byline: missingByline,
  corrections: unexplainedChange,
};

/** Checks an article against the rules. @returns the findings, blocking ones first */
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
