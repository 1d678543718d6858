import type { QuoteProvider } from './provider';

/** What an admin should be told at boot of providers whose quotes must not be shown to the public. */
export const licenceWarnings = ({
  provider,
  fallback,
}: {
  provider: QuoteProvider;
  fallback?: QuoteProvider | undefined;
}): string[] =>
  [
    { provider, variable: 'QUOTES_LICENCE' },
    { provider: fallback, variable: 'QUOTES_FALLBACK_LICENCE' },
  ].flatMap(({ provider: one, variable }) =>
    one?.licence === 'internal'
      ? [
          `The ordinary plans of the quote provider "${one.name}" do not allow its quotes to be shown to the public. Where your contract does, say so with ${variable}=display.`,
        ]
      : [],
  );
