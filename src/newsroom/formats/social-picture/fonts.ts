import path from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

/** Noto Sans by script, from the packages of Fontsource (OFL). Other characters are drawn as empty boxes. */
const FILES: readonly (readonly [package_: string, script: string])[] = [
  ...['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese', 'devanagari'].map(
    (script) => ['noto-sans', script] as const,
  ),
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-hebrew', 'hebrew'],
];

const FAMILIES = FILES.map(([, script]) => `Picture ${script}`);

let areRegistered = false;

/** Loads the fonts when the first picture is drawn. @throws Error that names the file that is missing or not a font */
const registerFonts = (): void => {
  if (areRegistered) return;
  for (const [name, script] of FILES) {
    for (const weight of [400, 700]) {
      const folder = path.dirname(require.resolve(`@fontsource/${name}/package.json`));
      const file = path.join(folder, 'files', `${name}-${script}-${weight}-normal.woff2`);
      if (!GlobalFonts.registerFromPath(file, `Picture ${script}`))
        throw new Error(`${file} is not a font: the social picture cannot be drawn.`);
    }
  }
  areRegistered = true;
};

/** A font of the canvas. @param size in pixels */
export const canvasFont = (size: number, weight: 400 | 700): string => {
  registerFonts();
  return `${weight} ${size}px ${FAMILIES.map((family) => `"${family}"`).join(', ')}`;
};
