using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Stp.Etl.Config.Yaml;

/// <summary>
/// Reads a YAML file into a tree. Straight from the parser's events, because YamlDotNet's own tree stops at the first duplicate
/// property. What config/ has no use for and would be misread (anchors, tags, a second document) is a fault.
/// </summary>
internal static class YamlFile
{
    /// <summary>Far more than any file of config/ nests, far less than the stack holds.</summary>
    private const int DeepestNesting = 20;

    /// <summary>The map that the file is; null, with a fault, when the file is missing, empty, no map or no YAML.</summary>
    public static YamlMap? Read(ConfigFolder folder, string file, string remedyIfMissing)
    {
        if (folder.ReadText(file, remedyIfMissing) is not { } text)
            return null;

        var parser = new Parser(new StringReader(text));
        try
        {
            switch (ReadDocument(parser))
            {
                case null:
                    folder.Faults.Add(Place.Whole(file), "is empty.", remedyIfMissing);
                    return null;
                case YamlMap map:
                    return map;
                case var other:
                    folder.Faults.Add(
                        new Place(file, other.Line, string.Empty),
                        $"is {other.Kind}, not properties.",
                        "Write lines such as 'id: …'.");
                    return null;
            }
        }
        catch (YamlException e)
        {
            return NotYaml(folder, file, text, e.Start.Line, e.Message.TrimEnd('.'));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // YamlDotNet 16.3 trips over some texts instead of saying where they are wrong, such as a bracket that never closes.
            return NotYaml(folder, file, text, parser.Current?.End.Line ?? 1, "it cannot be understood after this");
        }
        catch (InvalidOperationException)
        {
            // How the parser's scanner gives up in a list that the file never closes; it does not say where.
            folder.Faults.Add(Place.Whole(file), "is not YAML: a list or map in brackets is never closed.", "Look for a '[' or '{' without its end.");
            return null;
        }
    }

    private static YamlMap? NotYaml(ConfigFolder folder, string file, string text, long markedLine, string message)
    {
        var line = (int)Math.Clamp(markedLine, 1, int.MaxValue);
        folder.Faults.Add(new Place(file, line, string.Empty), $"is not YAML: {message}.", RemedyFor(text, line));
        return null;
    }

    private static YamlNode? ReadDocument(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return null;

        parser.Consume<DocumentStart>();
        var root = ReadNode(parser, depth: 0);
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<DocumentStart>(out var second)
            ? throw new YamlException(second.Start, second.End, "a second document begins here, and a file holds one")
            : root;
    }

    private static YamlNode ReadNode(Parser parser, int depth)
    {
        var next = parser.Consume<ParsingEvent>();
        if (depth > DeepestNesting)
            throw new YamlException(next.Start, next.End, "lists and maps nest too deeply");
        if (next is not NodeEvent { Anchor.IsEmpty: true } start)
            throw new YamlException(next.Start, next.End, "anchors (&) and aliases (*) are not used here; quote a text that begins so");
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
            throw new YamlException(start.Start, start.End, "tags (!) are not used here; put a text that begins so in quotes");

        var line = (int)start.Start.Line;
        return start switch
        {
            Scalar scalar => new YamlScalar(line, scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => new YamlList(line, ReadItems(parser, depth).ToList()),
            _ => new YamlMap(line, ReadProperties(parser, depth).ToList()),
        };
    }

    private static IEnumerable<YamlNode> ReadItems(Parser parser, int depth)
    {
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            yield return ReadNode(parser, depth + 1);
        }
    }

    private static IEnumerable<YamlProperty> ReadProperties(Parser parser, int depth)
    {
        while (!parser.TryConsume<MappingEnd>(out var end))
        {
            if (!parser.TryConsume<Scalar>(out var name))
            {
                var found = parser.Current!;
                throw new YamlException(found.Start, found.End, "a property's name is a single word");
            }

            yield return new YamlProperty((int)name.Start.Line, name.Value, ReadNode(parser, depth + 1));
        }
    }

    private static string RemedyFor(string text, int line)
    {
        var lines = text.Split('\n');
        var nearby = lines.Skip(Math.Max(0, line - 2)).Take(3);
        return nearby.Any(candidate => candidate.Contains('\t', StringComparison.Ordinal))
            ? "Indent with spaces: YAML takes no tabs."
            : "Look at this line and those beside it: a colon, quote, bracket or indent is amiss.";
    }
}
