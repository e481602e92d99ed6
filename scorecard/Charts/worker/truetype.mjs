// Reads what charts need of a TrueType font: which glyph a character has, how wide it is, and its outline.

/** @returns the font's tables, its advance widths and its glyph outlines; throws when the file is not such a font. */
export function readTrueType(data) {
  const tables = new Map();
  for (let i = 0; i < data.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    const start = data.readUInt32BE(record + 8);
    tables.set(data.toString('latin1', record, record + 4), data.subarray(start, start + data.readUInt32BE(record + 12)));
  }
  const table = (tag) => {
    if (!tables.has(tag)) throw new Error(`Not a TrueType font with outlines: table ${tag} is missing.`);
    return tables.get(tag);
  };

  const metrics = table('hmtx');
  const metricCount = table('hhea').readUInt16BE(34);
  const glyphOf = readCharacterMap(table('cmap'));
  const metricOf = (glyph) => Math.min(glyph, metricCount - 1) * 4;
  const advanceOfGlyph = (glyph) => metrics.readUInt16BE(metricOf(glyph));
  const loca = table('loca');
  const isLong = table('head').readInt16BE(50) === 1;
  const offsetOf = (glyph) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);

  return {
    table,
    unitsPerEm: table('head').readUInt16BE(18),
    glyphOf,
    advanceOf: (codePoint) => advanceOfGlyph(glyphOf(codePoint)),
    advanceOfGlyph,
    leftSideBearingOf: (glyph) =>
      glyph < metricCount ? metrics.readInt16BE(metricOf(glyph) + 2) : metrics.readInt16BE(metricCount * 4 + (glyph - metricCount) * 2),
    outlineOf: (glyph) => table('glyf').subarray(offsetOf(glyph), offsetOf(glyph + 1)),
  };
}

/** Code point to glyph, from the Unicode character map of the Basic Multilingual Plane (format 4); 0 is "no such glyph". */
function readCharacterMap(cmap) {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    if (map.readUInt16BE(0) === 4) return (codePoint) => glyphInFormat4(map, codePoint);
  }
  throw new Error('The font has no character map of format 4.');
}

function glyphInFormat4(map, codePoint) {
  const segments = map.readUInt16BE(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + segments * 2, 16 + segments * 4, 16 + segments * 6];
  for (let i = 0; i < segments; i++) {
    if (codePoint > map.readUInt16BE(ends + i * 2)) continue;
    const start = map.readUInt16BE(starts + i * 2);
    if (codePoint < start) return 0;
    const delta = map.readUInt16BE(deltas + i * 2);
    const offset = map.readUInt16BE(offsets + i * 2);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = map.readUInt16BE(offsets + i * 2 + offset + (codePoint - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
