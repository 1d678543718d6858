import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../text/use-text';
import type { Proposal } from './empty-fields';

const TICKER = 'api::ticker.ticker';

interface ProposedFieldsProps {
  proposals: readonly Proposal[];
  onFillIn(proposals: readonly Proposal[]): void;
  onLeave(): void;
}

/** The proposed values under the labels of the form, and the question whether to fill them in. */
export const ProposedFields = ({ proposals, onFillIn, onLeave }: ProposedFieldsProps) => {
  const text = useText();
  const { formatMessage } = useIntl();
  const { edit } = useDocumentLayout(TICKER);
  if (proposals.length === 0) return <Typography>{text('completion.nothing')}</Typography>;
  /** The label as the form shows it. Strapi looks up the translations of labels by these ids. */
  const labelOf = ({ field }: Proposal): string =>
    formatMessage({
      id: `content-manager.content-types.${TICKER}.${field}`,
      defaultMessage: edit.metadatas[field]?.label ?? field,
    });
  return (
    <>
      <Typography textColor="neutral800">{text('completion.ask', { count: proposals.length })}</Typography>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
        {proposals.map((proposal) => (
          <div key={proposal.field}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {labelOf(proposal)}
            </Typography>
            <Typography tag="dd" textColor="neutral800" style={{ margin: 0, overflowWrap: 'anywhere' }}>
              {proposal.value}
            </Typography>
          </div>
        ))}
      </Flex>
      <Flex gap={2}>
        <Button variant="secondary" size="S" onClick={() => onFillIn(proposals)}>
          {text('completion.fillIn')}
        </Button>
        <Button variant="ghost" size="S" onClick={onLeave}>
          {text('cancel')}
        </Button>
      </Flex>
    </>
  );
};
