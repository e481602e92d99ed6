using Stp.Etl;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>
/// A folder with config and data as a partnership has them, on a sample of a hundredth of the true volume, in which the program is run.
/// The sample and a first refresh are made once; every test works on a copy.
/// </summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>The newest data of the sample: its last night.</summary>
    public const string LastNight = "2018-12-31";

    private static readonly Lazy<Workplace> WithSample = new(() => Made(new Workplace(), "sample"));
    private static readonly Lazy<Workplace> WithRefresh = new(() => Made(OfSample(), "refresh"));

    private Workplace()
    {
        Root = Directory.CreateTempSubdirectory("stp-e2e-").FullName;
        CopyDirectory(Path.Combine(Repository, "config"), Config);
        Change("stp.yaml", "scale: 1 ", "scale: 0.01 ");
    }

    public string Root { get; }

    public string Config => Path.Combine(Root, "config");

    public DataFolder Data => new(Path.Combine(Root, "data"));

    public static string Repository
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Stp.sln")))
            {
                root = root.Parent ?? throw new DirectoryNotFoundException("The tests do not stand below the repository's root.");
            }

            return root.FullName;
        }
    }

    /// <summary>Config only: no data directory yet.</summary>
    public static Workplace Empty() => new();

    public static Workplace OfSample() => CopyOf(WithSample.Value);

    public static Workplace OfRefresh() => CopyOf(WithRefresh.Value);

    public static Workplace CopyOf(Workplace other)
    {
        var copy = new Workplace();
        if (Directory.Exists(other.Data.Root))
        {
            CopyDirectory(other.Data.Root, copy.Data.Root);
        }

        return copy;
    }

    /// <summary>Removes what was made for copying.</summary>
    public static void RemoveShared()
    {
        foreach (var shared in new[] { WithSample, WithRefresh }.Where(each => each.IsValueCreated))
        {
            shared.Value.Dispose();
        }
    }

    /// <summary>Runs the program here, to its end.</summary>
    public StpResult Stp(params string[] arguments)
    {
        using var process = StpProcess.Start(Root, arguments);
        return process.Result();
    }

    public StpProcess Start(params string[] arguments) => StpProcess.Start(Root, arguments);

    /// <summary>Changes a file of config.</summary>
    public void Change(string file, string old, string replacement)
    {
        var path = Path.Combine(Config, file);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(old), $"{file} is not what the test takes it for.");
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Config, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Config, file), text);

    /// <summary>Puts a file into the drop folder of the monthly return.</summary>
    public string Drop(string name, string text)
    {
        var path = Path.Combine(Data.DropOf("ae_monthly_return"), name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The snapshot in service.</summary>
    public WarehouseSession Published() => Data.PublishedWarehouse.Open(CancellationToken.None);

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var session = Published();
        return session.Query<T>(sql);
    }

    public string? InService => Data.Published.IdInService();

    public string FactsInService()
    {
        using var session = Published();
        return Facts.HashOf(session);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static Workplace Made(Workplace workplace, string command)
    {
        var result = workplace.Stp(command);
        Assert.That(result.ExitCode, Is.Zero, result.ToString());
        return workplace;
    }

    private static void CopyDirectory(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else if (entry is DirectoryInfo)
            {
                CopyDirectory(entry.FullName, target);
            }
            else
            {
                File.Copy(entry.FullName, target);
            }
        }
    }
}
