using System.Text.RegularExpressions;
using Stp.Tests.Support;

namespace Stp.Tests.Conventions;

/// <summary>An .sql file of the repository, and its text without comments and literals, which rules are about.</summary>
public sealed partial record SqlSource(string Path, string Text)
{
    public string Folder => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)!);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Code => Quoted().Replace(LineComment().Replace(Literal().Replace(Text, "''"), string.Empty), "\"\"");

    /// <summary>The files that the product carries, by paths from its root.</summary>
    internal static IEnumerable<SqlSource> Of(params string[] folders) =>
        folders.SelectMany(folder => Directory.GetFiles(System.IO.Path.Combine(Repository.Root, folder), "*.sql", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => new SqlSource(System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file)));

    public override string ToString() => Path;

    // An apostrophe within a comment begins no literal.
    [GeneratedRegex(@"(?<!--[^\n]*)'(?:[^']|'')*'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex LineComment();

    [GeneratedRegex("\"[^\"\n]*\"")]
    private static partial Regex Quoted();
}
