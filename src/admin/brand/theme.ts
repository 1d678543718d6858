/**
 * The navy of the logo instead of Strapi's violet, wherever the light and the dark theme define it. It is readable on both
 * backgrounds (WCAG AA).
 */
export const theme = {
  light: {
    colors: {
      primary100: '#edf2fb',
      primary200: '#cfdcf4',
      primary500: '#3f68b8',
      primary600: '#2a4f97',
      primary700: '#1f3a6e',
      buttonPrimary500: '#3f68b8',
      buttonPrimary600: '#2a4f97',
    },
  },
  dark: {
    colors: {
      primary100: '#1a2338',
      primary200: '#34476f',
      primary500: '#5d82cf',
      primary600: '#8fb0f2',
      primary700: '#a9c3f7',
      buttonPrimary500: '#4f76c6',
      buttonPrimary600: '#3a5fae',
    },
  },
};
