// Draws charts until its input closes: one JSON request a line in, one JSON answer a line out.
//
// Request: { id, name, option | svg, width, height, scale, svgPath, pngPath }
//   option   an ECharts option, or svg: a finished drawing; width and height in pixels of the SVG
//   scale    pixels of the PNG per pixel of the SVG
//   svgPath, pngPath   files to write; either may be absent
// Answer: { id } or { id, error } where error names the chart.
//
// Nothing here reads a clock or the network: the same request gives the same bytes.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { embedFonts, fontFiles, measureText } from './fonts.mjs';

const require = createRequire(import.meta.url);
const echarts = require('echarts/dist/echarts.min.js');
const { Resvg } = require('@resvg/resvg-js');

// Standard output carries answers and nothing else.
console.log = console.info = console.warn = console.error;

// Without a canvas ECharts would guess the widths of texts.
echarts.setPlatformAPI({ measureText });

function drawOption({ option, width, height }) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return withoutInteraction(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Leaves out what only a pointer would use, and the number of the chart within this process. */
const withoutInteraction = (svg) =>
  svg
    .replace(/<style ><!\[CDATA\[[\s\S]*?<\/style>\n?/g, '')
    .replace(/ (class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, 'zr-');

function draw(request) {
  const svg = request.svg ?? drawOption(request);
  if (request.pngPath) {
    const image = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Open Sans' },
      fitTo: { mode: 'zoom', value: request.scale ?? 1 },
      background: '#ffffff',
    });
    writeFileSync(request.pngPath, image.render().asPng());
  }
  if (request.svgPath) {
    writeFileSync(request.svgPath, embedFonts(svg));
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let request;
  let answer;
  try {
    request = JSON.parse(line);
    draw(request);
    answer = { id: request.id };
  } catch (error) {
    answer = { id: request?.id, error: `Chart ${request?.name ?? '(unreadable request)'}: ${error.message}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
