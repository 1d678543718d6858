import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { Badge, Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../text/use-text';
import type { Finding } from './checks';
import { focusField } from './focus-field';
import { TitledList } from './TitledList';
import { useFaultSentence } from './use-fault-sentence';

const ARTICLE = 'api::article.article';

/** The findings, each under the label of its field, which leads to the field. */
export const FindingList = ({ findings }: { findings: Finding[] }) => {
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
            <TextButton onClick={() => focusField(labelOf(finding))}>{labelOf(finding)}</TextButton>
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
        </Flex>
      ))}
    </TitledList>
  );
};
