import { Flex, Typography } from '@strapi/design-system';
import { useText } from '../text/use-text';
import { PartSection } from './PartSection';
import type { ShownPublication } from './publications';
import { PARTS, textsOf } from './shown-parts';
import { useFigureText } from './use-figure-text';
import { Words } from './Words';

/** What readers were shown from one publication on. Empty parts are left out. */
export const ShownText = ({ shown }: { shown: ShownPublication }) => {
  const text = useText();
  const texts = textsOf(shown, useFigureText());
  const parts = PARTS.filter((part) => texts[part] !== '');
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {shown.note && <Typography style={{ overflowWrap: 'anywhere' }}>{shown.note}</Typography>}
      {shown.withheld.includes('note') && (
        <Typography textColor="neutral600">{text('publications.noteWithheld')}</Typography>
      )}
      {parts.length === 0 && <Typography>{text('publications.nothing')}</Typography>}
      {parts.map((part) =>
        texts[part] === null ? (
          <PartSection key={part} part={part} />
        ) : (
          <PartSection key={part} part={part}>
            <Words dir="auto">{texts[part]}</Words>
          </PartSection>
        ),
      )}
    </Flex>
  );
};
