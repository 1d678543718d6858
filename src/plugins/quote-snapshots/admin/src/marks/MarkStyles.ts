import { createGlobalStyle, css } from 'styled-components';
import { OWN } from './mirror';
import { highlightName } from './paint-marks';
import { MARK_KINDS } from './row-of-mention';

/** A highlight has a colour of its own, which would make the text of a mirror visible. */
const unseen = MARK_KINDS.map((kind) => `[${OWN}='mirror']::highlight(${highlightName(kind)})`).join(', ');

interface Colours {
  success600: string;
  warning600: string;
  danger600: string;
  neutral500: string;
}

const underline = (style: string, colour: string) => css`
  text-decoration-line: underline;
  text-decoration-style: ${style};
  text-decoration-color: ${colour};
  text-decoration-thickness: 2px;
  text-underline-offset: 3px;
`;

/** The lines under mentions. They also differ in kind, because not everybody can tell green, amber and red apart. */
export const MarkStyles = createGlobalStyle<{ theme?: { colors?: Partial<Colours> } }>`
  ::highlight(${highlightName('known')}) {
    ${({ theme }) => underline('solid', theme.colors?.success600 ?? 'green')}
  }
  ::highlight(${highlightName('unsure')}) {
    ${({ theme }) => underline('dashed', theme.colors?.warning600 ?? 'orange')}
  }
  ::highlight(${highlightName('unknown')}) {
    ${({ theme }) => underline('wavy', theme.colors?.danger600 ?? 'red')}
  }
  ::highlight(${highlightName('unread')}) {
    ${({ theme }) => underline('dotted', theme.colors?.neutral500 ?? 'gray')}
  }
  ${unseen} {
    color: transparent;
    -webkit-text-fill-color: transparent;
  }
`;
