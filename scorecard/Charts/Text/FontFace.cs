using System.Buffers.Binary;
using System.Text;

namespace Stp.Scorecard.Charts.Text;

/// <summary>The advance widths of a TrueType font.</summary>
public sealed class FontFace
{
    private readonly byte[] _cmap;
    private readonly byte[] _hmtx;
    private readonly int _metricCount;
    private readonly int _unitsPerEm;

    /// <exception cref="InvalidDataException">Not a TrueType font, or without a character map of format 4.</exception>
    public FontFace(ReadOnlySpan<byte> file)
    {
        _unitsPerEm = UInt16(Table(file, "head"), 18);
        _metricCount = UInt16(Table(file, "hhea"), 34);
        _hmtx = Table(file, "hmtx").ToArray();
        _cmap = Format4(Table(file, "cmap")).ToArray();
    }

    /// <summary>The text's width at a font size, in the unit of the size. Without kerning, which no chart uses.</summary>
    public double Width(string text, double size)
    {
        long units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            units += UInt16(_hmtx, Math.Min(GlyphOf(rune), _metricCount - 1) * 4);
        }

        return units * size / _unitsPerEm;
    }

    private int GlyphOf(Rune rune)
    {
        var segments = UInt16(_cmap, 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var end = 14 + (i * 2);
            if (rune.Value > UInt16(_cmap, end))
            {
                continue;
            }

            var start = UInt16(_cmap, end + 2 + (segments * 2));
            if (rune.Value < start)
            {
                return 0;
            }

            var delta = UInt16(_cmap, end + 2 + (segments * 4));
            var offsetAt = end + 2 + (segments * 6);
            var offset = UInt16(_cmap, offsetAt);
            var glyph = offset == 0 ? rune.Value : UInt16(_cmap, offsetAt + offset + ((rune.Value - start) * 2));
            return offset != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    private static ReadOnlySpan<byte> Format4(ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i < UInt16(cmap, 2); i++)
        {
            var map = cmap[Int32(cmap, 8 + (i * 8))..];
            if (UInt16(map, 0) == 4)
            {
                return map;
            }
        }

        throw new InvalidDataException("The font has no character map of format 4.");
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> file, string tag)
    {
        for (var i = 0; i < UInt16(file, 4); i++)
        {
            var record = file.Slice(12 + (i * 16), 16);
            if (Encoding.ASCII.GetString(record[..4]) == tag)
            {
                return file.Slice(Int32(record, 8), Int32(record, 12));
            }
        }

        throw new InvalidDataException($"Not a TrueType font: table {tag} is missing.");
    }

    private static int UInt16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    private static int Int32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt32BigEndian(data[at..]);
}
