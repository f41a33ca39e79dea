import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface PaperFont {
  readonly package: string;
  readonly family: string;
  readonly subset: string;
  readonly weight: 400 | 700;
  /** Keeps each script with the font that shapes it. */
  readonly range: string;
}

const LATIN = 'U+0000-024F,U+1E00-1EFF,U+2000-206F,U+20A0-20CF';
const SCRIPTS = [
  { package: 'noto-sans-khmer', family: 'Noto Sans Khmer', subset: 'khmer', range: 'U+1780-17FF,U+19E0-19FF,U+200B-200D,U+25CC' },
  { package: 'noto-sans-thai', family: 'Noto Sans Thai', subset: 'thai', range: 'U+0E00-0E7F,U+200B-200D,U+25CC' },
  { package: 'noto-sans-lao', family: 'Noto Sans Lao', subset: 'lao', range: 'U+0E80-0EFF,U+200B-200D,U+25CC' },
  { package: 'padauk', family: 'Padauk', subset: 'myanmar', range: 'U+1000-109F,U+A9E0-A9FF,U+AA60-AA7F,U+200B-200D,U+25CC' },
  { package: 'noto-sans-thai', family: 'Noto Latin', subset: 'latin', range: LATIN },
  { package: 'noto-sans-thai', family: 'Noto Latin Extended', subset: 'latin-ext', range: LATIN },
] as const;

const FONTS: readonly PaperFont[] = SCRIPTS.flatMap((script) => ([400, 700] as const).map((weight) => ({ ...script, weight })));

export const PAPER_FONT_FAMILY = ["'Noto Latin'", "'Noto Latin Extended'", "'Noto Sans Khmer'", "'Noto Sans Thai'", "'Noto Sans Lao'", "'Padauk'", 'sans-serif'].join(', ');

/** Packages are found from the program that was started, because the bundle lies elsewhere than the sources. */
const fileOf = ({ package: name, subset, weight }: PaperFont): string =>
  createRequire(process.argv[1] ?? `${process.cwd()}/`).resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`);

let css: string | undefined;

/** Fonts inside the page: the machine that prints has none for our scripts, and the page may load nothing. */
export const paperFonts = (): string => {
  css ??= FONTS.map(
    (font) =>
      `@font-face{font-family:'${font.family}';font-weight:${font.weight};unicode-range:${font.range};` +
      `src:url(data:font/woff2;base64,${readFileSync(fileOf(font)).toString('base64')}) format('woff2')}`,
  ).join('\n');
  return css;
};
