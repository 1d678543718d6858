import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { Finding } from './checks';
import { TitledList } from './TitledList';
import { useLanguageName } from './use-language-name';

const ARTICLE = 'api::article.article';

/** The findings, each under the label of its field. */
export const FindingList = ({ findings }: { findings: Finding[] }) => {
  const text = useText();
  const languageName = useLanguageName();
  const { edit } = useDocumentLayout(ARTICLE);
  if (findings.length === 0) return null;

  const labelOf = ({ field }: Finding): string =>
    edit.metadatas[field.split('.')[0] ?? field]?.label ?? field;
  const sentence = ({ fault, values: { locale, language, ...names } }: Finding): string =>
    text(`fault.${fault}`, {
      ...names,
      ...(locale ? { locale: languageName(locale) } : {}),
      ...(language ? { language: languageName(language) } : {}),
    });
  return (
    <TitledList title={text('findings')}>
      {findings.map((finding) => (
        <Flex
          key={`${finding.fault} ${Object.values(finding.values).join(' ')}`}
          tag="li"
          direction="column"
          alignItems="stretch"
          gap={1}
        >
          <Flex justifyContent="space-between" gap={2}>
            <Typography fontWeight="bold" textColor="neutral800">
              {labelOf(finding)}
            </Typography>
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
