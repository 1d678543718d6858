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

/** The way to the buttons that ask which listing is meant. */
const ChoicesButton = ({ row, onShow }: { row: string | undefined; onShow(row: string): void }) => {
  const text = useText();
  if (row === undefined) return null;
  return <TextButton onClick={() => onShow(row)}>{text('findings.choose')}</TextButton>;
};

interface FindingListProps {
  findings: Finding[];
  /** The mentions that the panel of quotes has choices for. */
  ambiguous: readonly NamedListing[];
  onShow(row: string): void;
}

/** The findings, each under the label of its field, which leads to the field; an ambiguous mention leads to its choices as well. */
export const FindingList = ({ findings, ambiguous, onShow }: FindingListProps) => {
  const text = useText();
  const sentence = useFaultSentence();
  const { formatMessage } = useIntl();
  const { edit } = useDocumentLayout(ARTICLE);
  if (findings.length === 0) return null;

  /** As the form shows it: Strapi has its labels translated by these ids. */
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
              // Its instant is in the panel beside this one, and no field of the form; what may not be read has none.
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
