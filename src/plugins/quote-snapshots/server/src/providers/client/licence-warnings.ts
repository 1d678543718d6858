import type { QuoteProvider } from '../quote-provider';

/**
 * The warnings at boot about providers whose quotes may not be shown to the public.
 *
 * @param variables the environment variable that sets each option, if the app names one
 */
export const licenceWarnings = (
  { provider, fallback }: { provider: QuoteProvider; fallback?: QuoteProvider | undefined },
  variables: Readonly<Record<string, string>>,
): string[] =>
  [
    { provider, option: 'provider.licence' },
    { provider: fallback, option: 'fallback.licence' },
  ].flatMap(({ provider: one, option }) =>
    one?.licence === 'internal'
      ? [
          `The ordinary plans of the quote provider "${one.name}" do not allow its quotes to be shown to the public. Where your contract does, say so with ${variables[option] ?? option}=display.`,
        ]
      : [],
  );
