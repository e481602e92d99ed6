// The bundled Open Sans: widths measured from the fonts' own advance widths, and subsets small enough to
// travel inside an SVG file, so that a chart looks the same wherever it is opened.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { subsetTrueType } from './subset.mjs';
import { readTrueType } from './truetype.mjs';

const require = createRequire(import.meta.url);
const fontFile = (style) => require.resolve(`@expo-google-fonts/open-sans/${style}.ttf`);

/** The weights that charts may use, lightest first. */
const faces = [
  { weight: 400, file: fontFile('400Regular/OpenSans_400Regular') },
  { weight: 600, file: fontFile('600SemiBold/OpenSans_600SemiBold') },
  { weight: 700, file: fontFile('700Bold/OpenSans_700Bold') },
].map((face) => ({ ...face, font: readTrueType(readFileSync(face.file)) }));

export const fontFiles = faces.map((face) => face.file);

const namedWeights = { normal: 400, bold: 700 };

/** The face that a weight is drawn with: the lightest that is at least as heavy, else the heaviest. */
const faceOf = (weight) => faces.find((face) => face.weight >= weight) ?? faces.at(-1);

/** Width in pixels of a text in a CSS font such as "600 13px Open Sans": the form that ECharts asks in. */
export function measureText(text, cssFont) {
  const size = Number(/([\d.]+)px/.exec(cssFont ?? '')?.[1] ?? 12);
  const weight = /\b(normal|bold|[1-9]00)\b(?!px)/.exec(cssFont ?? '')?.[1] ?? 'normal';
  const { font } = faceOf(namedWeights[weight] ?? Number(weight));
  let units = 0;
  for (const character of text) {
    units += font.advanceOf(character.codePointAt(0));
  }
  return { width: (units * size) / font.unitsPerEm };
}

/** The SVG with the glyphs that it uses put inside it. */
export function embedFonts(svg) {
  const characters = new Set(decodeText(svg));
  const rules = faces
    .filter((face) => isUsed(face.weight, svg))
    .map((face) => {
      const data = subsetTrueType(face.font, characters).toString('base64');
      return `@font-face{font-family:"Open Sans";font-weight:${face.weight};src:url(data:font/ttf;base64,${data})}`;
    });
  return svg.replace(/(<svg[^>]*>)/, `$1<style>${rules.join('')}</style>`);
}

/** ECharts writes weights as style, drawings as attributes; the regular one is always at hand. */
const isUsed = (weight, svg) =>
  weight === 400 || svg.includes(`font-weight:${weight}`) || svg.includes(`font-weight="${weight}"`) || (weight === 700 && svg.includes('font-weight:bold'));

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** All text between tags, its character references resolved. */
function decodeText(svg) {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
      hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? ''));
}
