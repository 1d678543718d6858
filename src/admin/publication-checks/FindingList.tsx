import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { Badge, Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { mentionOf, type NamedListing } from '../quotes/quotes-outlook';
import { useText } from '../text/use-text';
import type { Finding } from './checks';
import { focusField } from './focus-field';
import { TitledList } from './TitledList';
import { useFaultSentence } from './use-fault-sentence';

const ARTICLE = 'api::article.article';

/** A button that leads to the choice between several listings. */
const ChoicesButton = ({ row, onShow }: { row: string | undefined; onShow(row: string): void }) => {
  const text = useText();
  if (row === undefined) return null;
  return <TextButton onClick={() => onShow(row)}>{text('findings.choose')}</TextButton>;
};

interface FindingListProps {
  findings: Finding[];
  /** The mentions for which the panel of quotes offers choices. */
  ambiguous: readonly NamedListing[];
  onShow(row: string): void;
}

/**
 * The findings, each under the label of its field, with a button that leads to the field. For an ambiguous mention there is also a
 * button that leads to the choices.
 */
export const FindingList = ({ findings, ambiguous, onShow }: FindingListProps) => {
  const text = useText();
  const sentence = useFaultSentence();
  const { formatMessage } = useIntl();
  const { edit } = useDocumentLayout(ARTICLE);
  if (findings.length === 0) return null;

  /** The label as the form shows it. Strapi looks up the translations of labels by these ids. */
  const labelOf = ({ field }: Finding): string => {
    const name = field.split('.')[0] ?? field;
    const id = `content-manager.content-types.${ARTICLE}.${name}`;
    return formatMessage({ id, defaultMessage: edit.metadatas[name]?.label ?? name });
  };
  const rowOf = ({ fault, values }: Finding): string | undefined =>
    fault === 'ambiguousMention'
      ? ambiguous.find((listing) => mentionOf(listing) === values.mention)?.row
      : undefined;
  return (
    <TitledList title={text('findings')}>
      {findings.map((finding) => (
        <Flex
          key={`${finding.fault} ${finding.field} ${Object.values(finding.values).join(' ')}`}
          tag="li"
          direction="column"
          alignItems="stretch"
          gap={1}
        >
          <Flex justifyContent="space-between" gap={2}>
            {finding.fault === 'embargo' || finding.fault === 'unreadable' ? (
              // The embargo is set in another panel and is not a field of the form. A finding that the role may not read has no
              // field.
              <Typography variant="pi">
                {finding.fault === 'embargo' && text('times.embargoUntil')}
              </Typography>
            ) : (
              <TextButton onClick={() => focusField(labelOf(finding))}>{labelOf(finding)}</TextButton>
            )}
            <Badge
              backgroundColor={finding.level === 'block' ? 'danger100' : 'warning100'}
              textColor={finding.level === 'block' ? 'danger700' : 'neutral800'}
            >
              {text(`level.${finding.level}`)}
            </Badge>
          </Flex>
          <Typography variant="pi" textColor="neutral800">
            {sentence(finding)}
          </Typography>
          <ChoicesButton row={rowOf(finding)} onShow={onShow} />
        </Flex>
      ))}
    </TitledList>
  );
};
