import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CheckReport, MarketState, Setting } from '../api/answers';
import { Figures } from '../figures/Figures';
import { formatMarketTime } from '../figures/format-figures';
import { useText, type TextKey } from '../text/use-text';
import { FailureReason } from './FailureReason';
import { PROVIDER_TITLES } from './ProviderCard';
import { SimpleTable } from './SimpleTable';
import { Verdict } from './Verdict';

const MARKETS: Readonly<Record<MarketState, TextKey>> = {
  pre: 'market.pre',
  regular: 'market.regular',
  post: 'market.post',
  closed: 'market.closed',
  unknown: 'market.unknown',
};

const VERDICTS = {
  all: { key: 'check.all', is: 'good' },
  some: { key: 'check.some', is: 'doubtful' },
  none: { key: 'check.none', is: 'bad' },
} as const satisfies Record<string, { key: TextKey; is: string }>;

interface CheckReportViewProps {
  report: CheckReport;
  settings: readonly Setting[];
}

/** The result of a health check for one provider: its quotes, and the reasons for missing ones. */
export const CheckReportView = ({ report, settings }: CheckReportViewProps) => {
  const text = useText();
  const { locale, formatNumber } = useIntl();
  const { role, name, ok, latencyMs } = report;
  const answers = Object.entries(report.answers);
  const failures = answers.flatMap(([, answer]) => ('failure' in answer ? [answer.failure] : []));
  const hasNone = failures.length === answers.length;
  const [first] = failures;
  /** If every instrument failed for the same reason, the reason is shown once. */
  const common = hasNone && failures.every(({ code }) => code === first?.code) ? first : undefined;
  const verdict = VERDICTS[ok ? 'all' : hasNone ? 'none' : 'some'];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {text(PROVIDER_TITLES[role], { name })}
        </Typography>
        <Verdict is={verdict.is}>{text(verdict.key)}</Verdict>
        <Typography variant="pi" textColor="neutral600">
          {text('check.latency', { milliseconds: formatNumber(latencyMs) })}
        </Typography>
      </Flex>
      {common ? (
        <FailureReason failure={common} role={role} settings={settings} />
      ) : (
        <SimpleTable
          columns={[text('check.instrument'), text('check.quote'), text('check.time'), text('check.market')]}
          rows={answers.map(([instrument, answer]) => ({
            key: instrument,
            cells:
              'quote' in answer
                ? [
                    instrument,
                    <Figures key="figures" {...answer.quote} />,
                    formatMarketTime(
                      locale,
                      answer.quote.quotedAt,
                      instrument.split(':')[0] ?? null,
                      new Date(),
                    ),
                    text(MARKETS[answer.quote.marketState]),
                  ]
                : [
                    instrument,
                    <FailureReason key="reason" failure={answer.failure} role={role} settings={settings} />,
                    '–',
                    '–',
                  ],
          }))}
        />
      )}
    </Flex>
  );
};
