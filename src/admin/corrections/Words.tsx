import { Box } from '@strapi/design-system';
import styled from 'styled-components';

/** Text with removed and added words marked. */
export const Words = styled(Box)`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  font-size: 1.4rem;
  line-height: 1.5;
  color: ${({ theme }) => theme.colors.neutral800};

  del {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
  }
  ins {
    background: ${({ theme }) => theme.colors.success100};
    color: ${({ theme }) => theme.colors.success700};
  }
`;
