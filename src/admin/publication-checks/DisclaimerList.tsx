import { Badge, Flex, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import type { Disclaimer } from './checks';
import { TitledList } from './TitledList';
import { useLanguageName } from './use-language-name';

/** The disclaimers that publishing would add, in the order in which readers see them, each with the language of its text. */
export const DisclaimerList = ({ disclaimers }: { disclaimers: Disclaimer[] }) => {
  const text = useText();
  const languageName = useLanguageName();
  if (disclaimers.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('disclaimers.none')}
      </Typography>
    );
  }
  return (
    <TitledList title={text('disclaimers')}>
      {disclaimers.map(({ key, name, appliesTo, language }) => (
        <Flex key={key} tag="li" direction="column" alignItems="stretch">
          <Flex justifyContent="space-between" gap={2} alignItems="flex-start">
            <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            <Badge>{language ? languageName(language) : text('disclaimers.withoutText')}</Badge>
          </Flex>
          <Typography variant="pi" textColor="neutral600">
            {text(`disclaimers.scope.${appliesTo}`)}
          </Typography>
        </Flex>
      ))}
    </TitledList>
  );
};
