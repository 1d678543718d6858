import type { ApplicableDisclaimer } from '../disclaimers/applicable-disclaimers';

/** What a rule does about a fault: nothing, tell the editor, or refuse the publication. */
export const LEVELS = ['warn', 'off', 'block'] as const;
export type Level = (typeof LEVELS)[number];

export const RULES = ['disclaimer-text', 'mentions', 'byline'] as const;
export type RuleName = (typeof RULES)[number];

export type RuleLevels = Readonly<Record<RuleName, Level>>;

/** An article in one locale, as it is or would be published. */
export interface ArticleFacts {
  locale: string;
  kind: string | null;
  byline: string | null;
  /** What it must carry. */
  disclaimers: readonly ApplicableDisclaimer[];
  /** Mentions that are left out because they could be several listings, with the reason in an editor's words. */
  unresolved: readonly { symbol: string; reason: string }[];
}

/** Something that an editor should see to before publishing. */
export interface Finding {
  rule: RuleName;
  level: 'warn' | 'block';
  /** The attribute to change. */
  field: string;
  message: string;
}

type Fault = Pick<Finding, 'field' | 'message'>;

const withoutText = ({ locale, disclaimers }: ArticleFacts): Fault[] =>
  disclaimers
    .filter(({ translated }) => !translated)
    .map(({ name, published }) => ({
      field: 'disclaimers',
      message: published
        ? `The disclaimer “${name}” has no published text in “${locale}”: readers are shown the one in “${published.locale}”. Have it translated and published.`
        : `The disclaimer “${name}” has no published text that readers of “${locale}” could be shown, so the article would go out without it. Have it published, or remove it from the article.`,
    }));

const unresolvedMentions = ({ unresolved }: ArticleFacts): Fault[] =>
  unresolved.map(({ reason }) => ({ field: 'body', message: reason }));

const SIGNED = new Set(['analysis', 'opinion']);

const missingByline = ({ kind, byline }: ArticleFacts): Fault[] =>
  kind !== null && SIGNED.has(kind) && !byline?.trim()
    ? [
        {
          field: 'byline',
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
