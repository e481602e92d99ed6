// Cuts a TrueType font down to the glyphs of some characters. Kerning and hinting are left out:
// charts are laid out by advance widths alone, and drawn at many sizes.

/** @returns a complete font file with the outlines of those characters only, glyphs renumbered. */
export function subsetTrueType(font, characters) {
  const codePoints = [...characters].map((c) => c.codePointAt(0)).filter((c) => c < 0xffff && font.glyphOf(c) !== 0).sort((a, b) => a - b);
  const glyphs = withComponents(font, [0, ...new Set(codePoints.map(font.glyphOf))]);
  const newNumber = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const outlines = glyphs.map((glyph) => padded(renumbered(font.outlineOf(glyph), newNumber)));

  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  const hmtx = Buffer.alloc(glyphs.length * 4);
  let offset = 0;
  glyphs.forEach((glyph, index) => {
    hmtx.writeUInt16BE(font.advanceOfGlyph(glyph), index * 4);
    hmtx.writeInt16BE(font.leftSideBearingOf(glyph), index * 4 + 2);
    offset += outlines[index].length;
    loca.writeUInt32BE(offset, (index + 1) * 4);
  });

  return assemble({
    'OS/2': font.table('OS/2'),
    cmap: characterMap(codePoints, (codePoint) => newNumber.get(font.glyphOf(codePoint))),
    glyf: Buffer.concat(outlines),
    head: changed(font.table('head'), (head) => { head.writeUInt32BE(0, 8); head.writeInt16BE(1, 50); }),
    hhea: changed(font.table('hhea'), (hhea) => hhea.writeUInt16BE(glyphs.length, 34)),
    hmtx,
    loca,
    maxp: changed(font.table('maxp'), (maxp) => maxp.writeUInt16BE(glyphs.length, 4)),
    name: Buffer.from([0, 0, 0, 0, 0, 6]),
    post: changed(font.table('post').subarray(0, 32), (post) => post.writeUInt32BE(0x00030000, 0)),
  });
}

const changed = (table, change) => { const copy = Buffer.from(table); change(copy); return copy; };

const padded = (data) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

/** Where an accented glyph's outline refers to other glyphs: [offset of the reference, glyph]; none for a simple one. */
function* references(outline) {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return;
  for (let at = 10, flags = 0x20; flags & 0x20; ) {
    flags = outline.readUInt16BE(at);
    yield [at + 2, outline.readUInt16BE(at + 2)];
    at += 4 + (flags & 0x01 ? 4 : 2) + (flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
}

/** The glyphs and those they are composed of; the array grows while it is walked. */
function withComponents(font, glyphs) {
  const all = [...new Set(glyphs)];
  for (const glyph of all) {
    for (const [, part] of references(font.outlineOf(glyph))) {
      if (!all.includes(part)) all.push(part);
    }
  }
  return all;
}

const renumbered = (outline, newNumber) =>
  changed(outline, (copy) => { for (const [at, glyph] of references(outline)) copy.writeUInt16BE(newNumber.get(glyph), at); });

/** A format 4 character map with one segment a character, and the closing one that the format asks for. */
function characterMap(codePoints, glyphOf) {
  const segments = [...codePoints.map((c) => [c, (glyphOf(c) - c) & 0xffff]), [0xffff, 1]];
  const power = 2 ** Math.floor(Math.log2(segments.length));
  const map = Buffer.alloc(12 + 16 + segments.length * 8);
  [0, 1, 3, 1, 0, 12, 4, map.length - 12, 0, segments.length * 2, power * 2, Math.log2(power), (segments.length - power) * 2]
    .forEach((value, index) => map.writeUInt16BE(value, index * 2));
  segments.forEach(([codePoint, delta], index) => {
    const at = 26 + index * 2;
    map.writeUInt16BE(codePoint, at);
    map.writeUInt16BE(codePoint, at + 2 + segments.length * 2);
    map.writeUInt16BE(delta, at + 2 + segments.length * 4);
  });
  return map;
}

const checksum = (data) => {
  let sum = 0;
  const whole = padded(data);
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
};

/** The tables as one file, in the order of their tags, with directory and checksums. */
function assemble(tables) {
  const tags = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const directory = Buffer.alloc(12 + tags.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  [tags.length, power * 16, Math.log2(power), (tags.length - power) * 16]
    .forEach((value, index) => directory.writeUInt16BE(value, 4 + index * 2));
  let offset = directory.length;
  tags.forEach((tag, index) => {
    const at = 12 + index * 16;
    directory.write(tag.padEnd(4), at, 'latin1');
    directory.writeUInt32BE(checksum(tables[tag]), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(tables[tag].length, at + 12);
    offset += padded(tables[tag]).length;
  });
  const file = Buffer.concat([directory, ...tags.map((tag) => padded(tables[tag]))]);
  const headOffset = directory.readUInt32BE(12 + tags.indexOf('head') * 16 + 8);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headOffset + 8);
  return file;
}
