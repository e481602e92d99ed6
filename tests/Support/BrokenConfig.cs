using Stp.Etl.Config;

namespace Stp.Tests.Support;

/// <summary>A copy of the repository's config in a folder of its own, in which a test breaks one thing and looks at the faults.</summary>
internal sealed class BrokenConfig : IDisposable
{
    public BrokenConfig()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("stp-config-").FullName;
        foreach (var file in System.IO.Directory.EnumerateFiles(RepositoryConfig, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(RepositoryConfig, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static string RepositoryConfig { get; } = Path.Combine(RepositoryRoot(), "config");

    public string Directory { get; }

    /// <summary>The line of a file that the text begins on, counted from 1; the text must be there once.</summary>
    public int LineOf(string file, string text)
    {
        var content = ReadText(file);
        var position = content.IndexOf(text, StringComparison.Ordinal);
        Assert.That(position, Is.GreaterThanOrEqualTo(0), $"{file} does not hold: {text}");
        Assert.That(content.IndexOf(text, position + 1, StringComparison.Ordinal), Is.Negative, $"{file} holds more than once: {text}");
        return content.AsSpan(0, position).Count('\n') + 1;
    }

    /// <summary>Puts other text in the place of some that is there once, and returns its line.</summary>
    public int Replace(string file, string old, string replacement)
    {
        var line = LineOf(file, old);
        Write(file, ReadText(file).Replace(old, replacement, StringComparison.Ordinal));
        return line;
    }

    /// <summary>The same where the text first stands; it may be there again.</summary>
    public int ReplaceFirst(string file, string old, string replacement)
    {
        var content = ReadText(file);
        var position = content.IndexOf(old, StringComparison.Ordinal);
        Assert.That(position, Is.GreaterThanOrEqualTo(0), $"{file} does not hold: {old}");
        Write(file, content[..position] + replacement + content[(position + old.Length)..]);
        return content.AsSpan(0, position).Count('\n') + 1;
    }

    /// <summary>Adds a line at the end, and returns its number.</summary>
    public int Append(string file, string line)
    {
        var content = ReadText(file);
        Assert.That(content, Does.EndWith("\n"), file);
        Write(file, $"{content}{line}\n");
        return content.AsSpan().Count('\n') + 1;
    }

    public string ReadText(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public void Delete(string file) => File.Delete(PathOf(file));

    public string PathOf(string file) => Path.Combine(Directory, file);

    public StpConfig Read() => ConfigReader.Read(Directory);

    public IReadOnlyList<ConfigFault> Faults()
    {
        try
        {
            Read();
            return [];
        }
        catch (ConfigException e)
        {
            return e.Faults;
        }
    }

    /// <summary>There is this fault and no other: one mistake is reported once, and where it was made.</summary>
    public void HasOnlyFault(string file, int line, string field, string text)
    {
        var faults = Faults();
        Assert.That(faults, Has.Count.EqualTo(1), string.Join('\n', faults));
        Assert.That((faults[0].File, faults[0].Line, faults[0].Field), Is.EqualTo((file, line, field)), faults[0].ToString());
        Assert.That(faults[0].ToString(), Does.Contain(text));
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Stp.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
